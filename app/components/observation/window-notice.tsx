import { NotificationBanner } from "~/app/components/ui/notification-banner";

/** Said on every step once the window of the session is over. */
export function WindowNotice({ isOpenNow }: { isOpenNow: boolean }) {
  if (isOpenNow) return null;
  return (
    <NotificationBanner tone="important" heading="This clip is not open for you now">
      <p>
        The session may have ended, or the clip may have been withdrawn. What was saved is kept, but nothing
        can be added or sealed. Tell the chair if your observation is not sealed.
      </p>
    </NotificationBanner>
  );
}

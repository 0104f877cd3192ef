import { Details } from "~/app/components/ui/details";
import { NotificationBanner } from "~/app/components/ui/notification-banner";

/** That an observation is final, and how that can be checked. */
export function SealedNotice({ contentSha256 }: { contentSha256: string }) {
  return (
    <>
      <NotificationBanner heading="Sealed">
        <p>Your observation is final. Nobody can change it, you included. Thank you.</p>
      </NotificationBanner>
      <Details summary="The fingerprint of your observation">
        <p>
          This number was worked out from your answers and marks as they were when you sealed them. If one
          letter of them were different, the number would be too.
        </p>
        <p className="app-fingerprint">{contentSha256}</p>
      </Details>
    </>
  );
}

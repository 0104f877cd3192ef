import { NotificationBanner } from "~/app/components/ui/notification-banner";

export const CLIP_NEWS = ["released", "rejected", "pulled"] as const;
export type ClipNews = (typeof CLIP_NEWS)[number];

const TEXT: Record<ClipNews, string> = {
  released: "You released this clip",
  rejected: "You sent this clip back",
  pulled: "You pulled this clip. Nobody can watch it any more",
};

/** Says what the officer has just done with a clip. */
export function ClipNewsBanner({ news }: { news: ClipNews | undefined }) {
  return news === undefined ? null : <NotificationBanner heading={TEXT[news]} />;
}

import { LARGEST_UPLOAD_TEXT } from "~/app/components/upload/bytes-text";
import type { ClipFailure } from "~/domain/footage/clip-failure";

interface ClipFailureText {
  readonly what: string;
  readonly next: string;
}

const EXPORT_AGAIN = "Export the clip again from your redaction tool as MP4 (H.264 video), then upload it.";
const UPLOAD_AGAIN = "The file itself may be sound. Upload it once more.";
const OURS = "The fault may be ours. Upload the file once more; if it fails again, export the clip anew.";

/** Why a file could not be used, and what to do about it. */
const TEXT: Record<ClipFailure, ClipFailureText> = {
  "empty-file": { what: "The file is empty.", next: EXPORT_AGAIN },
  "not-a-video": {
    what: "The file is not an MP4, MOV or MKV video, whatever its name says.",
    next: EXPORT_AGAIN,
  },
  unreadable: {
    what: "The file is damaged or was cut off, so that parts of the video are missing.",
    next: EXPORT_AGAIN,
  },
  "no-video-stream": { what: "There is sound in the file, but no picture.", next: EXPORT_AGAIN },
  "unsupported-codec": {
    what: "The picture or the sound is stored in a way that we cannot play.",
    next: "Export the clip as MP4 with H.264 or HEVC video and AAC sound, then upload it.",
  },
  "too-long": {
    what: "The video is longer than 4 hours.",
    next: "Export the part that shows the encounter, then upload that.",
  },
  "too-many-pixels": {
    what: "The picture is larger than 9 million pixels.",
    next: "Export the clip with at most 3840 by 2160 pixels, then upload it.",
  },
  "frame-rate-out-of-range": {
    what: "The video has fewer than 1 or more than 120 pictures a second.",
    next: "Export the clip with 25 or 30 pictures a second, then upload it.",
  },
  "duration-implausible": {
    what: "The file says it has another length than the video in it really has.",
    next: EXPORT_AGAIN,
  },
  "transcode-failed": { what: "The video could not be made ready for viewing.", next: OURS },
  "transcode-took-too-long": {
    what: "Making the video ready for viewing took too long.",
    next: "Export the clip in a smaller size, or only the part that shows the encounter, then upload that.",
  },
  "rendition-incomplete": { what: "Parts of the video could not be made ready for viewing.", next: OURS },
  "frames-missing": {
    what: "Some pictures of the video could not be read.",
    next: EXPORT_AGAIN,
  },
  "duration-mismatch": {
    what: "What we made of the video has another length than the video itself.",
    next: EXPORT_AGAIN,
  },
  "poster-failed": { what: "No still picture could be taken from the video.", next: EXPORT_AGAIN },
  "upload-lost": { what: "The file was lost before it could be looked at.", next: UPLOAD_AGAIN },
  "upload-incomplete": { what: "The file did not arrive whole.", next: UPLOAD_AGAIN },
  "upload-altered": { what: "The file changed after it arrived, so it was not used.", next: UPLOAD_AGAIN },
  "gave-up": {
    what: "We tried to make the video ready for viewing several times, and it never worked.",
    next: EXPORT_AGAIN,
  },
};

const UNKNOWN: ClipFailureText = {
  what: "The file could not be used.",
  next: `Check that it is an MP4, MOV or MKV video of at most ${LARGEST_UPLOAD_TEXT}, then upload it again.`,
};

/** What to tell about a failure; null stands for one that is no longer known. */
export function clipFailureText(failure: ClipFailure | null): ClipFailureText {
  return failure === null ? UNKNOWN : TEXT[failure];
}

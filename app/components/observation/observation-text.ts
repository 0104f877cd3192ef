type RefusalName =
  | "window-closed"
  | "not-opened"
  | "stopped"
  | "locked"
  | "sealed"
  | "not-locked"
  | "answers-missing"
  | "why-required";

/** Why something about an observation was not done, and what to do. */
export const observationRefusalText: Record<RefusalName, string> = {
  "window-closed":
    "This was not saved, because the session is not open for you at this moment. It may have ended, or the clip may have been withdrawn. What you entered is still on this page: tell the chair before you leave it.",
  "not-opened": "You have not started this clip. Answer the questions before playing first.",
  stopped: "You have stopped observing this clip, so nothing more can be added to it.",
  locked: "You have locked your answers about the clip, so they and your marks can no longer change.",
  sealed: "You have sealed this observation, so nothing in it can change.",
  "not-locked": "Lock your answers about the clip first. The police record opens with that.",
  "answers-missing": "Some questions still need an answer.",
  "why-required": "With this grade, write one sentence that says why.",
};

type MarkRefusalName =
  | "unknown-code"
  | "time-not-whole"
  | "outside-clip"
  | "ends-before-start"
  | "not-a-point"
  | "rate-out-of-range"
  | "unknown-pass"
  | "actor-does-not-fit"
  | "mark-id-taken"
  | "nothing-to-play";

const BROKEN = "This mark could not be read. Load the page again and make it once more.";

/** Why a mark was not made. */
export const markRefusalText: Record<MarkRefusalName, string> = {
  "outside-clip": "This time lies beyond the end of the clip.",
  "nothing-to-play": "The footage of this clip is not ready, so nothing can be marked yet. Tell the chair.",
  "rate-out-of-range": "At this playing speed nothing can be marked.",
  "unknown-code": BROKEN,
  "time-not-whole": BROKEN,
  "ends-before-start": BROKEN,
  "not-a-point": BROKEN,
  "unknown-pass": BROKEN,
  "actor-does-not-fit": BROKEN,
  "mark-id-taken": BROKEN,
};

type AnswerFault =
  | "unanswered"
  | "unknown-question"
  | "wrong-shape"
  | "unknown-option"
  | "nothing-chosen"
  | "exclusive-option"
  | "too-many-picks"
  | "outside-clip"
  | "text-too-short"
  | "text-too-long"
  | "text-not-plain";

const FAULT_TEXT: Record<AnswerFault, string> = {
  unanswered: "choose an answer",
  "unknown-question": "this question is no longer asked",
  "wrong-shape": "choose an answer and try again",
  "unknown-option": "choose one of the answers",
  "nothing-chosen": "choose at least one answer",
  "exclusive-option": "choose this answer alone, or choose others",
  "too-many-picks": "choose three at most",
  "outside-clip": "enter a time within the clip, as minutes and seconds, like 1:05",
  "text-too-short": "write a little more",
  "text-too-long": "shorten what you wrote",
  "text-not-plain": "remove the characters that are no plain text",
};

/** What is wrong with the answer to one question, naming the question. */
export function answerFaultText(
  { label, text }: { readonly label: string; readonly text?: { readonly min: number } | undefined },
  fault: AnswerFault,
): string {
  const wish =
    text && (fault === "unanswered" || fault === "text-too-short")
      ? `write at least ${text.min} characters`
      : FAULT_TEXT[fault];
  return `${label.replace(/[?.]$/, "")}: ${wish}`;
}

import type { Phase, Question } from "./instrument";

/** Puts questions that stand together under one section and one phase of the work. */
export function inSection(
  section: string,
  phase: Phase,
  questions: readonly Omit<Question, "section" | "phase">[],
): readonly Question[] {
  return questions.map((question) => ({ ...question, section, phase }));
}

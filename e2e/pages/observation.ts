import { expect, type Locator, type Page } from "@playwright/test";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";

const WORDS = "The officer explained every step calmly.";

/** What a member answers; where nothing is said, the first answer offered. */
export type Answers = Readonly<Record<string, string>>;

/** As a seated member on the page of the open session: opens the first clip and says that nothing stands in the way. */
export async function beginObserving(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Watch and observe/ })
    .first()
    .click();
  await choose(page, "q.pre.conflict", "none");
  await choose(page, "q.pre.ready", "yes");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Watch and mark" })).toBeVisible();
}

/** While the clip plays: presses buttons of the palette by their names, and sees each mark in the list. */
export async function makeMarks(page: Page, labels: readonly string[]): Promise<void> {
  const palette = page.getByRole("form", { name: "Mark what you see" });
  const removals = page.getByRole("button", { name: /^Remove/ });
  const before = await removals.count();
  for (const [index, label] of labels.entries()) {
    await palette.getByRole("button", { name: new RegExp(`^${label}`) }).click();
    await expect(removals).toHaveCount(before + index + 1);
  }
}

/** From the footage: answers every question about it and arrives at the lock. */
export async function answerAboutFootage(page: Page, answers: Answers = {}): Promise<void> {
  await page.getByRole("link", { name: "Continue to the questions" }).click();
  await expect(page.getByRole("heading", { name: "What you saw" })).toBeVisible();
  await answerQuestions(page, { "q.force.any": "none", ...answers });
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(
    page.getByRole("heading", { name: "Lock your answers and see the police record" }),
  ).toBeVisible();
}

/** At the lock: locks, answers the questions after it and arrives at the seal. */
export async function lockAndConclude(page: Page, answers: Answers = {}): Promise<void> {
  await page.getByRole("button", { name: "Lock and see the police record" }).click();
  await expect(page.getByRole("heading", { name: "The police record and your view" })).toBeVisible();
  await answerQuestions(page, { "q.all.grade": "grade.2_good", ...answers });
  await page.getByRole("button", { name: "Continue to seal" }).click();
  await expect(page.getByRole("heading", { name: "Seal your observation" })).toBeVisible();
}

/** At the seal: seals, and answers the fingerprint. */
export async function seal(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Seal my observation" }).click();
  await expect(page.getByRole("heading", { name: "Your observation" })).toBeVisible();
  await page.getByText("The fingerprint of your observation").click();
  return (await page.getByText(/^[0-9a-f]{64}$/).textContent()) ?? "";
}

/** Goes through the questions that are asked, which depend on the answers before, until none is open. */
async function answerQuestions(page: Page, answers: Answers): Promise<void> {
  for (let id = await nextOpen(page); id !== null; id = await nextOpen(page)) {
    const given = answers[id];
    const question = page.locator(`fieldset[data-question="${id}"]`);
    if (given === undefined) await answerSomehow(question);
    else await choose(page, id, given);
  }
  await expect(page.getByText("All answers saved")).toBeVisible();
}

/** Chooses the answer by its words, as they stand in the instrument. */
async function choose(page: Page, id: string, value: string): Promise<void> {
  const question = edoi100.questions.find((each) => each.id === id);
  const option = question?.options.find((each) => each.value === value);
  if (!question || !option) throw new Error(`the instrument has no answer ${value} to ${id}`);
  const group = page.getByRole("group", { name: question.label }).last();
  await group.getByLabel(option.label, { exact: true }).check();
}

async function answerSomehow(question: Locator): Promise<void> {
  const choices = question.getByRole("radio").or(question.getByRole("checkbox"));
  if ((await choices.count()) > 0) await choices.first().check();
  else await question.getByRole("textbox").first().fill(WORDS);
}

/** The id of the first question that is asked, needed and not answered on the page; null when there is none. */
async function nextOpen(page: Page): Promise<string | null> {
  const asked = await page.locator("fieldset[data-question]:visible").evaluateAll((fieldsets) =>
    fieldsets
      .filter((fieldset) => {
        const choices = fieldset.querySelectorAll("input[type=radio], input[type=checkbox]");
        if (choices.length > 0) return !fieldset.querySelector("input:checked");
        const words = fieldset.querySelector("textarea");
        return words !== null && words.value === "";
      })
      .map((fieldset) => fieldset.getAttribute("data-question") ?? ""),
  );
  const needed = asked.filter((id) =>
    edoi100.questions.some((each) => each.id === id && each.optional !== true),
  );
  return needed[0] ?? null;
}

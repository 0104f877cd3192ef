import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with the rule and the places when the page breaks WCAG 2.2 at level AA, as far as a machine can see. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  const broken = violations.map(({ help, id, nodes }) => ({
    rule: `${id}: ${help}`,
    places: nodes.map((node) => `${node.target.join(" ")} ${node.html}`),
  }));
  expect(broken, `accessibility of ${page.url()}`).toEqual([]);
}

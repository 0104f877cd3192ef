import { expect, test } from "vitest";
import { BeforeForm } from "~/app/forms/before-form";
import { readForm } from "~/app/forms/form-input";

test("without a link, being ready must be said", () => {
  expect(readForm(BeforeForm, { "q.pre.conflict": "none", "q.pre.ready": "yes" }).ok).toBe(true);
  expect(readForm(BeforeForm, { "q.pre.conflict": "none" })).toMatchObject({
    fieldErrors: { "q.pre.ready": ["Say whether you are ready, or skip this clip"] },
  });
});

test.each(["possible", "yes"])("with the link %j nothing more is asked", (link) => {
  expect(readForm(BeforeForm, { "q.pre.conflict": link }).ok).toBe(true);
});

test("an empty form names the question about a link", () => {
  expect(readForm(BeforeForm, {})).toMatchObject({
    fieldErrors: { "q.pre.conflict": ["Say whether you have any link to this place, person or incident"] },
  });
});

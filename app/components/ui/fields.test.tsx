import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Checkboxes } from "~/app/components/ui/checkboxes";
import { DateTimeFields } from "~/app/components/ui/date-time-fields";
import { ErrorSummary } from "~/app/components/ui/error-summary";
import { FileField } from "~/app/components/ui/file-field";
import { FormContext } from "~/app/components/ui/form-context";
import { PasswordField } from "~/app/components/ui/password-field";
import { Radios } from "~/app/components/ui/radios";
import { SelectField } from "~/app/components/ui/select-field";
import { TextArea } from "~/app/components/ui/text-area";
import { TextField } from "~/app/components/ui/text-field";

const errors = { fieldErrors: { place: ["Enter a place", "Too short"] }, formErrors: ["The room is taken"] };
const choices = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];

function inForm(field: ReactElement, idPrefix = ""): string {
  return renderToStaticMarkup(
    <FormContext.Provider value={{ errors, idPrefix }}>
      <ErrorSummary errors={errors} idPrefix={idPrefix} />
      {field}
    </FormContext.Provider>,
  );
}

const fields: [string, ReactElement][] = [
  ["text field", <TextField key="f" label="Place" name="place" />],
  ["passphrase", <PasswordField key="f" label="Place" name="place" autoComplete="current-password" />],
  ["select", <SelectField key="f" label="Place" name="place" options={[]} />],
  ["text area", <TextArea key="f" label="Place" name="place" maxLength={10} />],
  ["file", <FileField key="f" label="Place" name="place" />],
  ["radios", <Radios key="f" legend="Place" name="place" choices={choices} />],
  ["checkboxes", <Checkboxes key="f" legend="Place" name="place" choices={choices} />],
  ["date", <DateTimeFields key="f" legend="When" date={{ name: "day" }} from={{ name: "place" }} />],
];

describe("a form that came back refused", () => {
  test.each(fields)(
    "links its summary to the %s at fault, which shows and is described by the message",
    (_, field) => {
      const markup = inForm(field, "first-");

      expect(markup).toContain('<a href="#first-place">Enter a place</a>');
      expect(markup).toMatch(/<(input|select|textarea)[^>]* id="first-place"/);
      expect(markup).toMatch(/aria-describedby="[^"]*first-place-error/);
      expect(markup).toMatch(/<p id="first-place-error"[^>]*><span[^>]*>Error:<\/span> Enter a place<\/p>/);
    },
  );

  test("shows one message for each field, and the next when that is mended", () => {
    expect(inForm(<TextField label="Place" name="place" />)).not.toContain("Too short");
  });

  test("states in the summary what belongs to no field", () => {
    expect(inForm(<TextField label="Place" name="place" />)).toContain("<li>The room is taken</li>");
  });
});

describe("a form sent back to a browser without scripts", () => {
  const sent = { ...errors, values: { place: "Room 9", mode: "b", guests: ["b"], day: "2026-11-24" } };

  function sentBack(field: ReactElement): string {
    return renderToStaticMarkup(
      <FormContext.Provider value={{ errors: sent, idPrefix: "" }}>{field}</FormContext.Provider>,
    );
  }

  test.each([
    ["text", <TextField key="f" label="Place" name="place" defaultValue="Room 1" />, 'value="Room 9"'],
    [
      "a long text",
      <TextArea key="f" label="Place" name="place" defaultValue="Room 1" />,
      ">Room 9</textarea>",
    ],
    [
      "an option",
      <SelectField key="f" label="Mode" name="mode" options={[{ value: "b", text: "B" }]} />,
      'selected=""',
    ],
    ["a date", <DateTimeFields key="f" legend="When" date={{ name: "day" }} />, 'value="2026-11-24"'],
    [
      "a choice",
      <Radios key="f" legend="Mode" name="mode" choices={choices} defaultValue="a" />,
      'checked="" value="b"',
    ],
  ])("holds %s as it was typed", (_, field, expected) => {
    expect(sentBack(field)).toContain(expected);
  });

  test("keeps a box unticked that its owner has unticked", () => {
    const markup = sentBack(<Checkboxes legend="Also" name="none" choices={choices} defaultValues={["a"]} />);

    expect(markup).not.toContain("checked=");
  });
});

describe("a field", () => {
  test("is described by its hint and not called invalid while nothing is wrong", () => {
    const markup = renderToStaticMarkup(<TextField label="Seats" name="seats" hint="Including the chair" />);

    expect(markup).toContain('aria-describedby="seats-hint"');
    expect(markup).not.toContain("aria-invalid");
    expect(markup).not.toContain("error");
  });

  test("offers to show a passphrase only where scripts run", () => {
    const markup = renderToStaticMarkup(
      <PasswordField label="Passphrase" name="passphrase" autoComplete="current-password" />,
    );

    expect(markup).not.toContain("<button");
    expect(markup).toContain('type="password"');
  });
});

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DateTimeRange } from "~/app/components/ui/date-time";

function words(markup: string): string {
  return markup.replace(/<[^>]+>/g, "");
}

describe("a range of time", () => {
  test("names its day once when it ends on the day it begins", () => {
    const markup = renderToStaticMarkup(
      <DateTimeRange from="2026-11-24T18:30:00Z" to="2026-11-24T21:00:00Z" />,
    );

    expect(words(markup)).toBe("Tue 24 November 2026, 6:30pm to 9pm");
    expect(markup).toContain('<time dateTime="2026-11-24T21:00:00.000Z">');
  });

  test("names both days when it passes midnight in London", () => {
    const markup = renderToStaticMarkup(
      <DateTimeRange from="2026-07-01T21:30:00Z" to="2026-07-01T23:30:00Z" />,
    );

    expect(words(markup)).toBe("Wed 1 July 2026, 10:30pm to Thu 2 July 2026, 12:30am");
  });
});

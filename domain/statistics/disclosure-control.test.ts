import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountCell,
  type CountTable,
  type PublishableTable,
  printCell,
  protectTable,
} from "./disclosure-control";

const policy = { threshold: 5, minContributors: 3 };

function tableOf(counts: readonly (readonly (number | readonly [number, number])[])[]): CountTable {
  const cell = (n: number | readonly [number, number]): CountCell =>
    typeof n === "number" ? { count: n, contributors: 9 } : { count: n[0], contributors: n[1] };
  return {
    rows: counts.map((_row, r) => [`row ${r}`]),
    columns: (counts[0] ?? []).map((_cell, c) => `column ${c}`),
    cells: counts.map((row) => row.map(cell)),
  };
}

function protectedTable(table: CountTable, underPolicy = policy): PublishableTable {
  const outcome = protectTable(table, underPolicy);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

const printed = ({ cells, rowTotals, columnTotals, grandTotal }: PublishableTable) => [
  ...cells.map((row, r) => [...row, ...rowTotals.slice(r, r + 1)].map(printCell).join(" ")),
  [...columnTotals, grandTotal].map(printCell).join(" "),
];

describe("a protected table", () => {
  test("publishes every true count and total when none is small", () => {
    expect(
      printed(
        protectedTable(
          tableOf([
            [5, 6],
            [7, 8],
          ]),
        ),
      ),
    ).toEqual(["5 6 11", "7 8 15", "12 14 26"]);
  });

  test("suppresses a count under the threshold and every total above it", () => {
    expect(
      printed(
        protectedTable(
          tableOf([
            [4, 6],
            [7, 8],
          ]),
        ),
      ),
    ).toEqual(["[c] 6 [c]", "7 8 15", "[c] 14 [c]"]);
  });

  test("treats a zero as a small count", () => {
    expect(
      printed(
        protectedTable(
          tableOf([
            [0, 6],
            [7, 8],
          ]),
        ),
      ),
    ).toEqual(["[c] 6 [c]", "7 8 15", "[c] 14 [c]"]);
  });

  test("suppresses a large count with fewer than three contributors behind it", () => {
    expect(
      printed(
        protectedTable(
          tableOf([
            [[50, 2], 6],
            [[5, 3], 8],
          ]),
        ),
      ),
    ).toEqual(["[c] 6 [c]", "5 8 13", "[c] 14 [c]"]);
  });

  test("follows a stricter threshold", () => {
    expect(printed(protectedTable(tableOf([[9, 10]]), { threshold: 10, minContributors: 3 }))).toEqual([
      "[c] 10 [c]",
      "[c] 10 [c]",
    ]);
  });

  test("keeps its rows and columns, so that their presence tells nothing", () => {
    const table = tableOf([
      [0, 0],
      [0, 0],
    ]);
    expect(protectedTable(table)).toMatchObject({ rows: table.rows, columns: table.columns });
  });

  test("cannot be written by hand", () => {
    // @ts-expect-error because only protectTable knows the symbol that marks a publishable table
    const forged: PublishableTable = {
      ...tableOf([[1]]),
      cells: [],
      rowTotals: [],
      columnTotals: [],
      grandTotal: { shown: "suppressed" },
    };
    expect(Object.getOwnPropertySymbols(forged)).toEqual([]);
    expect(Object.getOwnPropertySymbols(protectedTable(tableOf([[1]])))).toHaveLength(1);
  });
});

describe("protection is refused", () => {
  test.each([
    ["under a threshold of 4", { threshold: 4, minContributors: 3 }, "threshold-below-five"],
    ["under no threshold", { threshold: Number.NaN, minContributors: 3 }, "threshold-below-five"],
    ["with two contributors as enough", { threshold: 5, minContributors: 2 }, "contributors-below-three"],
  ])("%s", (_title, weak, refusal) => {
    expect(protectTable(tableOf([[9]]), weak)).toEqual({ ok: false, refusal });
  });

  test.each<[string, CountTable]>([
    ["without rows", { rows: [], columns: ["a"], cells: [] }],
    ["without columns", { rows: [["a"]], columns: [], cells: [[]] }],
    ["with a row too few", { ...tableOf([[9, 9]]), rows: [["a"], ["b"]] }],
    ["with a ragged row", { ...tableOf([[9, 9]]), cells: [[{ count: 9, contributors: 9 }]] }],
    ["with a negative count", tableOf([[-9]])],
    ["with half a count", tableOf([[9.5]])],
    ["with a count that is no number", tableOf([[Number.NaN]])],
  ])("to a table %s", (_title, table) => {
    expect(protectTable(table, policy)).toEqual({ ok: false, refusal: "malformed-table" });
  });
});

const smallTables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
  .chain(([columns, rows]) => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 5 }));
    const row = fc.array(pair, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows });
  })
  .map(tableOf);

/** All whole tables from 0 to 5 in the suppressed places that agree with every published number. */
function tablesThatFit({ cells, rowTotals, columnTotals, grandTotal }: PublishableTable): number[][] {
  const width = columnTotals.length;
  const flat = cells.flat();
  const sums = [
    ...rowTotals.map((cell, r) => ({ cell, places: [...columnTotals.keys()].map((c) => r * width + c) })),
    ...columnTotals.map((cell, c) => ({ cell, places: [...rowTotals.keys()].map((r) => r * width + c) })),
    { cell: grandTotal, places: [...flat.keys()] },
  ];
  let candidates: number[][] = [[]];
  for (const cell of flat) {
    const values = cell.shown === "count" ? [cell.count] : [0, 1, 2, 3, 4, 5];
    candidates = candidates.flatMap((begun) => values.map((value) => [...begun, value]));
  }
  return candidates.filter((candidate) =>
    sums.every(
      ({ cell, places }) =>
        cell.shown === "suppressed" ||
        cell.count === places.reduce((sum, place) => sum + (candidate[place] ?? Number.NaN), 0),
    ),
  );
}

describe("whatever the counts", () => {
  test("everything published together leaves each suppressed cell anywhere from nobody to the threshold", () => {
    fc.assert(
      fc.property(smallTables, (table) => {
        const published = protectedTable(table);
        const fitting = tablesThatFit(published);
        for (const [place, cell] of published.cells.flat().entries()) {
          if (cell.shown === "count") continue;
          expect(new Set(fitting.map((candidate) => candidate[place])).size).toBe(6);
        }
      }),
      { numRuns: 60 },
    );
  }, 20_000);

  test("a published number is true, not small, and a total of published cells", () => {
    fc.assert(
      fc.property(smallTables, (table) => {
        const published = protectedTable(table);
        const truth = table.cells.map((row) => row.map(({ count }) => count));
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        const expectTrue = (cell: (typeof published)["grandTotal"] | undefined, count: number) => {
          if (cell?.shown === "count") expect(cell.count).toBe(count);
          if (cell?.shown === "count") expect(cell.count).toBeGreaterThanOrEqual(policy.threshold);
        };
        truth.forEach((row, r) => {
          expectTrue(published.rowTotals[r], sum(row));
          row.forEach((count, c) => {
            expectTrue(published.cells[r]?.[c], count);
          });
        });
        published.columnTotals.forEach((cell, c) => {
          expectTrue(cell, sum(truth.map((row) => row[c] ?? Number.NaN)));
        });
        expectTrue(published.grandTotal, sum(truth.flat()));
      }),
    );
  });

  test("a higher threshold never publishes more", () => {
    fc.assert(
      fc.property(smallTables, fc.integer({ min: 5, max: 10 }), (table, threshold) => {
        const strict = protectedTable(table, { ...policy, threshold }).cells.flat();
        const mild = protectedTable(table).cells.flat();
        for (const [place, cell] of strict.entries())
          if (cell.shown === "count") expect(mild[place]?.shown).toBe("count");
      }),
    );
  });
});

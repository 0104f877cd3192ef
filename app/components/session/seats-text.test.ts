import { expect, test } from "vitest";
import { seatsText } from "./seats-text";

test.each([
  [0, 8, "0 of 8 seats taken"],
  [7, 8, "7 of 8 seats taken"],
  [8, 8, "All 8 seats taken"],
  [0, 1, "0 of 1 seat taken"],
  [1, 1, "The only seat is taken"],
])("with %i of %i seats accepted the page says %s", (seatsTaken, capacity, text) => {
  expect(seatsText({ seatsTaken, capacity })).toBe(text);
});

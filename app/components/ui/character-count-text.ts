const NUMBER = new Intl.NumberFormat("en-GB");

function characters(count: number): string {
  return `${NUMBER.format(count)} ${count === 1 ? "character" : "characters"}`;
}

/** How much room is left; before anything is typed, how much there is. */
export function characterCountText(limit: number, typed: number | null): string {
  if (typed === null) return `You can enter up to ${characters(limit)}`;
  if (typed > limit) return `You have ${characters(typed - limit)} too many`;
  return `You have ${characters(limit - typed)} remaining`;
}

/** Counts the transfers that each person has under way. */
export interface MediaTurnstile {
  /** Lets one more transfer in and answers how to end it; null when the person has enough of them. */
  enter(personId: string): (() => void) | null;
}

/** A turnstile that lets each person have `most` transfers at once. */
export function createMediaTurnstile(most: number): MediaTurnstile {
  const underWay = new Map<string, number>();
  return {
    enter(personId) {
      const count = underWay.get(personId) ?? 0;
      if (count >= most) return null;
      underWay.set(personId, count + 1);
      let isInside = true;
      return () => {
        if (!isInside) return;
        isInside = false;
        const left = (underWay.get(personId) ?? 1) - 1;
        if (left === 0) underWay.delete(personId);
        else underWay.set(personId, left);
      };
    },
  };
}

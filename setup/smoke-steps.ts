/** Runs the steps of a walk in order, telling each one's time; after a failed one the others are not tried. */
export interface SmokeSteps {
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Steps that tell `say` how each of them went. */
export function createSmokeSteps(say: (text: string) => void): SmokeSteps {
  return {
    async step(name, work) {
      const began = performance.now();
      const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
      try {
        const result = await work();
        say(`passed  ${name} (${seconds()})`);
        return result;
      } catch (error) {
        say(`FAILED  ${name} (${seconds()})`);
        throw error;
      }
    },
  };
}

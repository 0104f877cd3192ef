import type { RegistrationRefusal } from "~/domain/footage/registration";

interface RegistrationRefusalText {
  /** The field to put right; absent where it can be any of them. */
  readonly field?: "occurredOn" | "boroughGss";
  readonly message: string;
}

/** Why a clip cannot be registered as described. */
export const registrationRefusalText: Record<RegistrationRefusal, RegistrationRefusalText> = {
  "in-the-future": { field: "occurredOn", message: "The date of the encounter must be today or earlier" },
  "long-past": {
    field: "occurredOn",
    message: "The date of the encounter must be within the last 10 years. Check the year",
  },
  "borough-elsewhere": { field: "boroughGss", message: "Choose a borough of your own command unit" },
  "choice-not-offered": {
    message: "One of the answers is no longer offered. Go through the list and choose again",
  },
};

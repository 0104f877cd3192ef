import { z } from "zod";
import { PASSPHRASE_LONGEST } from "~/domain/accounts/passphrase";

const LONGEST_ADDRESS = 254;

/** Who wants in. What is wrong with a passphrase is not said here: a wrong one and a malformed one look the same. */
export const SignInForm = z.strictObject({
  email: z
    .string({ error: "Enter your email address" })
    .trim()
    .min(1, { error: "Enter your email address", abort: true })
    .max(LONGEST_ADDRESS, `Email address must be ${LONGEST_ADDRESS} characters or fewer`)
    .regex(/^[^@\s]+@[^@\s]+$/, "Enter an email address in the correct format, like name@example.com"),
  passphrase: z
    .string({ error: "Enter your passphrase" })
    .min(1, "Enter your passphrase")
    .max(PASSPHRASE_LONGEST, `Passphrase must be ${PASSPHRASE_LONGEST} characters or fewer`),
  next: z.string().max(2_000).optional(),
});

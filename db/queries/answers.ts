import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { ObservationId } from "~/domain/ids";
import type { Answers, AnswerValue } from "~/domain/observations/answer";

/** All answers of an observation, as they were given. */
export async function listAnswers(trx: Trx, id: ObservationId): Promise<Answers> {
  const rows = await trx
    .selectFrom("answer")
    .select(["question_id", "value"])
    .where("observation_id", "=", id)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.question_id, row.value as unknown as AnswerValue]));
}

/** Writes the answers down, each in place of an earlier one to the same question; does nothing when there are none. */
export async function saveAnswers(trx: Trx, id: ObservationId, answers: Answers): Promise<void> {
  const rows = Object.entries(answers).map(([questionId, value]) => ({
    observation_id: id,
    question_id: questionId,
    value: JSON.stringify(value),
  }));
  if (rows.length === 0) return;
  await trx
    .insertInto("answer")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["observation_id", "question_id"]).doUpdateSet({ value: sql`excluded.value` }),
    )
    .execute();
}

/** Takes back the answers to these questions. */
export async function deleteAnswers(
  trx: Trx,
  id: ObservationId,
  questionIds: readonly string[],
): Promise<void> {
  if (questionIds.length === 0) return;
  await trx
    .deleteFrom("answer")
    .where("observation_id", "=", id)
    .where("question_id", "in", [...questionIds])
    .execute();
}

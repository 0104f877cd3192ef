import { createHash } from "node:crypto";
import pg from "pg";

/** What checking the whole audit log found. */
export type ChainReport =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly reason: string };

const BATCH = 5_000;
const ZERO = Buffer.alloc(32);

interface Row {
  readonly seq: string;
  readonly entry: Buffer;
  readonly prev: Buffer;
  readonly hash: Buffer;
  readonly columns: Record<string, unknown>;
}

// The columns as the database would write them into an entry, to be set beside the entry that was hashed.
const COLUMNS = `jsonb_build_object('seq', seq, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'event', event,
  'outcome', outcome, 'actor', actor, 'actor_role', actor_role, 'object_type', object_type, 'object_id', object_id,
  'panel_id', panel_id, 'session_id', session_id, 'detail', detail)`;

function fault(row: Row, expectedSeq: number, previous: Buffer): string | null {
  if (Number(row.seq) !== expectedSeq) return `entry ${expectedSeq} is missing`;
  if (!row.prev.equals(previous)) return "it does not follow the entry before it";
  const hash = createHash("sha256")
    .update(Buffer.from([0]))
    .update(row.prev)
    .update(row.entry)
    .digest();
  if (!hash.equals(row.hash)) return "its hash does not match its bytes";
  const stored: unknown = JSON.parse(row.entry.toString("utf8"));
  return canonical(stored) === canonical(row.columns)
    ? null
    : "its columns say something else than its bytes";
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Recomputes the chain from its first entry over the stored bytes, and compares every column with them. With `head`,
 * a hash noted elsewhere earlier, it also demands that this hash still stands in the chain: without one, nobody can
 * tell that the newest entries were cut off or that a superuser rewrote everything.
 */
export async function verifyAuditChain(databaseUrl: string, head?: string): Promise<ChainReport> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let previous: Buffer = ZERO;
    let seq = 0;
    let headFound = head === undefined;
    for (;;) {
      const { rows } = await client.query<Row>(
        `select seq, entry, prev, hash, ${COLUMNS} as columns from audit_event where seq > $1 order by seq limit ${BATCH}`,
        [seq],
      );
      for (const row of rows) {
        const reason = fault(row, seq + 1, previous);
        if (reason !== null) return { ok: false, seq: seq + 1, reason };
        previous = row.hash;
        seq += 1;
        headFound ||= row.hash.toString("hex") === head;
      }
      if (rows.length < BATCH) break;
    }
    if (!headFound)
      return { ok: false, seq, reason: `the head ${head} noted earlier is no longer in the chain` };
    return { ok: true, entries: seq, head: previous.toString("hex") };
  } finally {
    await client.end();
  }
}

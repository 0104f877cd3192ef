import { type Kysely, sql } from "kysely";

/**
 * The hash-chained audit log. Rows enter through `audit_append` alone; nobody, the owner included, changes or
 * removes one without dropping a trigger first, and then the chain shows it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table audit_event (
    seq bigint primary key,
    at timestamptz not null,
    event text not null,
    outcome text not null check (outcome in ('done', 'refused', 'denied')),
    actor uuid,
    actor_role text not null,
    object_type text not null,
    object_id text,
    panel_id uuid,
    session_id uuid,
    detail jsonb not null,
    entry bytea not null,
    prev bytea not null,
    hash bytea not null
  )`.execute(db);
  await sql`create index audit_event_event on audit_event (event, seq)`.execute(db);
  await sql`alter table audit_event enable row level security`.execute(db);
  await sql`alter table audit_event force row level security`.execute(db);
  await sql`create policy append on audit_event to sightline_definer using (true) with check (true)`.execute(
    db,
  );
  await sql`create policy auditors on audit_event for select to app_audit using (true)`.execute(db);
  await sql`grant select, insert on audit_event to sightline_definer`.execute(db);
  await sql`grant select on audit_event to app_audit`.execute(db);

  await sql`create function audit_append(p_event text, p_outcome text, p_object_type text, p_object_id text,
      p_panel uuid, p_session uuid, p_detail jsonb)
    returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      v_seq bigint; v_prev bytea; v_entry bytea; v_at timestamptz := clock_timestamp();
    begin
      perform pg_advisory_xact_lock(7305513);
      select seq, hash into v_seq, v_prev from audit_event order by seq desc limit 1;
      v_seq := coalesce(v_seq, 0) + 1;
      v_prev := coalesce(v_prev, decode(repeat('00', 32), 'hex'));
      v_entry := convert_to(jsonb_build_object('seq', v_seq, 'at', to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'event', p_event, 'outcome', p_outcome, 'actor', app_actor(), 'actor_role', session_user,
        'object_type', p_object_type, 'object_id', p_object_id, 'panel_id', p_panel, 'session_id', p_session,
        'detail', p_detail)::text, 'UTF8');
      insert into audit_event values (v_seq, v_at, p_event, p_outcome, app_actor(), session_user, p_object_type, p_object_id,
        p_panel, p_session, p_detail, v_entry, v_prev, sha256('\\x00'::bytea || v_prev || v_entry));
      return v_seq;
    end $$`.execute(db);
  await sql`alter function audit_append(text, text, text, text, uuid, uuid, jsonb) owner to sightline_definer`.execute(
    db,
  );
  await sql`grant execute on function audit_append(text, text, text, text, uuid, uuid, jsonb)
    to app_web, app_panel, app_liaison, app_mopac, app_admin, app_worker, app_audit`.execute(db);

  await sql`create function refuse_change() returns trigger language plpgsql
    as $$ begin raise exception '% on % is not allowed: its rows are final', tg_op, tg_table_name using errcode = 'SL001'; end $$`.execute(
    db,
  );
  await sql`create trigger audit_event_final before update or delete on audit_event for each row execute function refuse_change()`.execute(
    db,
  );
  await sql`create trigger audit_event_kept before truncate on audit_event for each statement execute function refuse_change()`.execute(
    db,
  );
}

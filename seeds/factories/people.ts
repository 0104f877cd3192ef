import { hashPassphrase } from "~/app/services/accounts/passphrase-hash.server";
import { plantAccount, plantMember, plantPanel } from "~/db/planting/people";
import type { Trx } from "~/db/with-actor";
import type { AccountKind } from "~/domain/accounts/actor";
import type { AccountId, PanelId, PanelMemberId } from "~/domain/ids";
import { inventedName } from "~/seeds/factories/names";

/** What every planted person signs in with. */
export const PLANTED_PASSPHRASE = "watch fairly together";

let hashed: Promise<string> | undefined;
function plantedHash(): Promise<string> {
  hashed ??= hashPassphrase(PLANTED_PASSPHRASE);
  return hashed;
}

let planted = 0;

export interface Person {
  readonly accountId: AccountId;
  readonly email: string;
  readonly displayName: string;
}

export interface PersonWishes {
  readonly email?: string;
  readonly displayName?: string;
  readonly kind?: AccountKind;
  readonly bcuCode?: string | null;
}

/** An account that can sign in with the planted passphrase. */
export async function aPerson(trx: Trx, wishes: PersonWishes = {}): Promise<Person> {
  planted += 1;
  const displayName = wishes.displayName ?? inventedName(planted);
  const email = wishes.email ?? `person${planted}.${Date.now().toString(36)}@example.test`;
  const kind = wishes.kind ?? "panel_member";
  const accountId = await plantAccount(trx, {
    email,
    displayName,
    shortCode: shortCode(email),
    kind,
    bcuCode: kind === "liaison" ? (wishes.bcuCode ?? "NE") : null,
    passphraseHash: await plantedHash(),
  });
  return { accountId, email, displayName };
}

const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

// FNV-1a over the address: five unambiguous letters that stay the same from run to run.
function shortCode(email: string): string {
  let state = 2_166_136_261;
  for (const char of email) state = Math.imul(state ^ char.charCodeAt(0), 16_777_619) >>> 0;
  let code = "";
  for (let rest = state; code.length < 6; rest = Math.floor(rest / LETTERS.length))
    code += LETTERS[rest % LETTERS.length];
  return code;
}

/** A liaison officer of a command unit. */
export function aLiaison(trx: Trx, wishes: PersonWishes = {}): Promise<Person> {
  return aPerson(trx, { ...wishes, kind: "liaison" });
}

export interface Member extends Person {
  readonly memberId: PanelMemberId;
}

export interface Panel {
  readonly panelId: PanelId;
  readonly name: string;
  readonly bcuCode: string;
  readonly boroughGss: string | null;
  readonly chair: Member;
  /** The chair first. */
  readonly members: readonly Member[];
}

export interface PanelWishes {
  readonly name?: string;
  readonly panelType?: string;
  readonly bcuCode?: string;
  readonly boroughGss?: string | null;
  /** How many, the chair included. */
  readonly size?: number;
  /** Names and addresses for the first of them, chair first. */
  readonly people?: readonly PersonWishes[];
}

/** A panel with a chair and members who may all view footage; Newham's Community Monitoring Group unless told otherwise. */
export async function aPanel(trx: Trx, wishes: PanelWishes = {}): Promise<Panel> {
  const bcuCode = wishes.bcuCode ?? "NE";
  const boroughGss = wishes.boroughGss === undefined ? "E09000025" : wishes.boroughGss;
  const name = wishes.name ?? `Panel ${planted + 1} of ${bcuCode}`;
  const panelType = wishes.panelType ?? (boroughGss === null ? "pep" : "cmg");
  const panelId = await plantPanel(trx, { name, panelType, bcuCode, boroughGss });
  const members: Member[] = [];
  for (let index = 0; index < (wishes.size ?? 3); index += 1) {
    const person = await aPerson(trx, wishes.people?.[index] ?? {});
    members.push({ ...person, memberId: await aMembership(trx, panelId, person.accountId, index === 0) });
  }
  const chair = members[0];
  if (!chair) throw new Error("a panel needs at least a chair");
  return { panelId, name, bcuCode, boroughGss, chair, members };
}

/** Makes somebody a member of a panel since the start of 2024. */
export function aMembership(
  trx: Trx,
  panelId: PanelId,
  accountId: AccountId,
  isChair = false,
  mayViewFootage = true,
): Promise<PanelMemberId> {
  return plantMember(trx, { panelId, accountId, isChair, mayViewFootage, fromOn: "2024-01-01" });
}

import type { Trx } from "~/db/with-actor";
import { aLiaison, aPanel, aPerson, type Panel, type Person } from "~/seeds/factories/people";

/** A command unit of the demo: two borough groups, an Encounter Panel and two liaison officers. */
export interface Area {
  readonly bcuCode: string;
  /** Borough of the first and of the second group. */
  readonly boroughs: readonly [string, string];
  readonly panels: readonly [Panel, Panel, Panel];
  readonly liaisons: readonly [Person, Person];
}

interface AreaPlan {
  readonly bcuCode: string;
  readonly bcuName: string;
  readonly boroughs: readonly [string, string];
  readonly boroughNames: readonly [string, string];
}

const PLANS: readonly AreaPlan[] = [
  {
    bcuCode: "NE",
    bcuName: "North East",
    boroughs: ["E09000025", "E09000031"],
    boroughNames: ["Newham", "Waltham Forest"],
  },
  {
    bcuCode: "CE",
    bcuName: "Central East",
    boroughs: ["E09000012", "E09000030"],
    boroughNames: ["Hackney", "Tower Hamlets"],
  },
  {
    bcuCode: "AS",
    bcuName: "Central South",
    boroughs: ["E09000022", "E09000028"],
    boroughNames: ["Lambeth", "Southwark"],
  },
];

export const LEAD_CAST = {
  uploader: { email: "liaison@demo.sightline.test", displayName: "Rowan Hartwell" },
  checker: { email: "checker@demo.sightline.test", displayName: "Imogen Larkspur" },
  chair: { email: "chair@demo.sightline.test", displayName: "Amara Bellweather" },
  member: { email: "member@demo.sightline.test", displayName: "Samir Fernsby" },
  second: { email: "member2@demo.sightline.test", displayName: "Esi Goldcrest" },
  analyst: { email: "analyst@demo.sightline.test", displayName: "Gethin Merriweather" },
  auditor: { email: "auditor@demo.sightline.test", displayName: "Leila Inkpen" },
  administrator: { email: "admin@demo.sightline.test", displayName: "Oskar Juniper" },
} as const;

/** Plants everybody of the demo. The first panel, of Newham, is the one whose people are named above. */
export async function plantCast(trx: Trx): Promise<readonly Area[]> {
  await aPerson(trx, { ...LEAD_CAST.analyst, kind: "mopac_analyst" });
  await aPerson(trx, { ...LEAD_CAST.auditor, kind: "auditor" });
  await aPerson(trx, { ...LEAD_CAST.administrator, kind: "administrator" });
  const areas: Area[] = [];
  for (const plan of PLANS) areas.push(await plantArea(trx, plan, areas.length === 0));
  return areas;
}

async function plantArea(trx: Trx, plan: AreaPlan, isLead: boolean): Promise<Area> {
  const { bcuCode, boroughs } = plan;
  const name = (index: 0 | 1) => `${plan.boroughNames[index]} Community Monitoring Group`;
  const people = isLead ? [LEAD_CAST.chair, LEAD_CAST.member, LEAD_CAST.second] : [];
  return {
    bcuCode,
    boroughs,
    liaisons: [
      await aLiaison(trx, { bcuCode, ...(isLead ? LEAD_CAST.uploader : {}) }),
      await aLiaison(trx, { bcuCode, ...(isLead ? LEAD_CAST.checker : {}) }),
    ],
    panels: [
      await aPanel(trx, { name: name(0), bcuCode, boroughGss: boroughs[0], size: 5, people }),
      await aPanel(trx, { name: name(1), bcuCode, boroughGss: boroughs[1], size: 4 }),
      await aPanel(trx, {
        name: `${plan.bcuName} Encounter Panel (PEP)`,
        bcuCode,
        boroughGss: null,
        size: 5,
      }),
    ],
  };
}

import { PLANTED_PASSPHRASE } from "~/seeds/factories/people";
import { LEAD_CAST } from "~/seeds/scenarios/demo-cast";
import { signInVisitor, type Visitor } from "~/setup/visitor";

/** A page of the demo as somebody who is signed in gets it. */
export interface DemoPage {
  readonly name: string;
  readonly path: string;
  readonly visitor: Visitor;
}

/** The five pages that people have before them most, found by following the links of the demo. */
export async function findDemoPages(url: string): Promise<readonly DemoPage[]> {
  const enter = (email: string) => signInVisitor(url, email, PLANTED_PASSPHRASE);
  const member = await enter(LEAD_CAST.member.email);
  const officer = await enter(LEAD_CAST.checker.email);
  const analyst = await enter(LEAD_CAST.analyst.email);

  const panel = (await member.get("/")).headers.get("location") ?? "";
  const session = await findLink(member, panel, /href="(\/panels\/[0-9a-f-]{36}\/sessions\/[0-9a-f-]{36})"/);
  const clip = await findLink(member, session, /href="(\/panels\/[^"]+\/clips\/[0-9a-f-]{36})"/);
  const report = await findLink(analyst, "/reports", /href="(\/reports\/[^"/]+\/[^"/]+)"/);
  return [
    { name: "panel", path: panel, visitor: member },
    { name: "session", path: session, visitor: member },
    { name: "clip to observe", path: clip, visitor: member },
    { name: "clips", path: "/clips", visitor: officer },
    { name: "report", path: report, visitor: analyst },
  ];
}

async function findLink(visitor: Visitor, path: string, pattern: RegExp): Promise<string> {
  const page = await (await visitor.get(path)).text();
  const found = pattern.exec(page)?.[1];
  if (!found) throw new Error(`${path} of the demo has no link like ${pattern.source}`);
  return found;
}

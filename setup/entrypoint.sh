#!/bin/sh
# The commands of the image. `exec`, so that SIGTERM reaches the process itself and it can leave in good order.
set -eu
run="node --import tsx"

case "${1:-}" in
  web) exec $run server.ts ;;
  worker) exec $run worker/main.ts ;;
  migrate)
    $run db/migrate.ts
    exec $run seeds/run.ts reference
    ;;
  audit-verify)
    shift
    exec $run db/audit-verify.ts "$@"
    ;;
  *)
    echo "This image knows the commands web, worker, migrate and audit-verify; it was given \"${1:-}\"." >&2
    exit 64
    ;;
esac

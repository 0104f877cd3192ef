# syntax=docker/dockerfile:1
# One image, three commands: web, worker, migrate (and audit-verify). See setup/entrypoint.sh.

# npm comes from this image; what runs later is the Node that package-lock.json pins.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM packages AS build
RUN npm ci --ignore-scripts --no-audit --no-fund && npm rebuild node
COPY . .
RUN NODE_ENV=production npx remix vite:build

FROM packages AS production
# No install script runs but that of the pinned Node.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm rebuild node \
  && node_modules/node/bin/node --version | grep -q '^v24[.]'

FROM debian:bookworm-slim
# util-linux has prlimit, setpriv and unshare; bubblewrap and these are the fence around ffmpeg.
RUN apt-get update \
  && apt-get install -y --no-install-recommends bubblewrap ca-certificates ffmpeg util-linux \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin sightline \
  && install -d -o sightline -m 0700 /var/lib/sightline/staging

WORKDIR /app
COPY --from=production /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY . .

ENV NODE_ENV=production \
    PATH=/app/node_modules/node/bin:/usr/local/bin:/usr/bin:/bin \
    HOST=0.0.0.0 \
    PORT=3000 \
    STAGING_DIR=/var/lib/sightline/staging
USER 10001
EXPOSE 3000
# For the command web. The others answer no requests: switch it off for them, as compose.yaml does.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/app/setup/entrypoint.sh"]
CMD ["web"]

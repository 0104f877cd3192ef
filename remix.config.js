/**
 * Remix options, read by vite.config.ts.
 * @satisfies {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/.*", "**/*.test.{ts,tsx}"],
  serverModuleFormat: /** @type {const} */ ("esm"),
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // __manifest would publish the list of routes to anyone who asks.
    v3_lazyRouteDiscovery: false,
  },
};

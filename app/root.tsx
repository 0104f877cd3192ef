import regularFont from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url";
import boldFont from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, ScrollRestoration, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { useCspNonce } from "~/app/components/ui/csp-nonce";
import { ErrorPage } from "~/app/components/ui/error-page";
import { errorPageText } from "~/app/components/ui/error-page-text";
import { PageScripts } from "~/app/components/ui/page-scripts";
import { PRODUCT_NAME, pageTitle } from "~/app/components/ui/page-title";
import { Shell } from "~/app/components/ui/shell";
import stylesheet from "~/app/styles/sightline.scss?url";

export const links: LinksFunction = () => [
  ...[regularFont, boldFont].map((href) => ({
    rel: "preload" as const,
    as: "font" as const,
    type: "font/woff2",
    crossOrigin: "anonymous" as const,
    href,
  })),
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? pageTitle(errorPageText(error).heading) : PRODUCT_NAME },
];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useCspNonce();
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#083f41" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        {children}
        <ScrollRestoration nonce={nonce} />
        <PageScripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Shell>
      <ErrorPage error={error} />
    </Shell>
  );
}

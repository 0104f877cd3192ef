import { Scripts } from "@remix-run/react";
import {
  Children,
  cloneElement,
  isValidElement,
  type LinkHTMLAttributes,
  type ReactElement,
  type ReactNode,
} from "react";

/**
 * Remix's scripts, with the nonce also on the preloads of their modules: Remix 2 leaves it away,
 * and browsers that hold preloads to `strict-dynamic` then refuse them and report a violation.
 */
export function PageScripts({ nonce }: { nonce: string | undefined }) {
  return withNonce(Scripts({ nonce }), nonce);
}

function withNonce(node: ReactNode, nonce: string | undefined): ReactNode {
  return Children.map(node, (child) => {
    if (!isValidElement<{ children?: ReactNode }>(child)) return child;
    if (isLink(child)) return cloneElement(child, { nonce, suppressHydrationWarning: true });
    const { children } = child.props;
    return children === undefined ? child : cloneElement(child, {}, withNonce(children, nonce));
  });
}

function isLink(element: ReactElement): element is ReactElement<LinkHTMLAttributes<HTMLLinkElement>> {
  return element.type === "link";
}

import { Link, type LinkProps, useNavigation } from "@remix-run/react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "~/app/components/ui/class-names";

export type ButtonVariant = "primary" | "secondary" | "warning" | "quiet";

interface Appearance {
  variant?: ButtonVariant;
  small?: boolean;
}

const VARIANT_CLASS: Record<ButtonVariant, string | null> = {
  primary: null,
  secondary: "govuk-button--secondary",
  warning: "govuk-button--warning",
  quiet: "app-button--quiet",
};

function buttonClass({ variant = "primary", small }: Appearance, className: string | undefined): string {
  return classNames("govuk-button", VARIANT_CLASS[variant], small && "app-button--small", className);
}

interface ButtonProps extends Appearance, Omit<ComponentPropsWithoutRef<"button">, "disabled"> {
  /** Overrides what the page's navigation says, for forms sent by a fetcher. */
  busy?: boolean;
  busyText?: string;
}

/** Sends its form once: while an answer is awaited, a second press does nothing. */
export function Button(props: ButtonProps) {
  const { variant, small, busy, busyText, type = "submit", className, children, onClick, ...button } = props;
  const navigation = useNavigation();
  const sending =
    navigation.state !== "idle" && navigation.formMethod !== undefined && navigation.formMethod !== "GET";
  const waiting = busy ?? (type === "submit" && sending);
  return (
    <button
      {...button}
      type={type}
      className={buttonClass({ ...(variant && { variant }), ...(small && { small }) }, className)}
      aria-disabled={waiting || undefined}
      onClick={(event) => (waiting ? event.preventDefault() : onClick?.(event))}
    >
      {waiting && busyText ? busyText : children}
    </button>
  );
}

interface ButtonLinkProps extends Appearance, LinkProps {}

/** A link that is the next step of the page. */
export function ButtonLink({ variant, small, className, ...link }: ButtonLinkProps) {
  return (
    <Link
      {...link}
      className={buttonClass({ ...(variant && { variant }), ...(small && { small }) }, className)}
    />
  );
}

/** Buttons side by side; below one another on a phone. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}

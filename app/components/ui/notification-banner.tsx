import { type ReactNode, useEffect, useId, useRef } from "react";

interface NotificationBannerProps {
  tone?: "success" | "important";
  /** What has happened or must be known, in one sentence. */
  heading: ReactNode;
  children?: ReactNode;
}

/** News about the whole page. A success is announced and takes the focus; an important note waits to be read. */
export function NotificationBanner({ tone = "success", heading, children }: NotificationBannerProps) {
  const titleId = useId();
  const box = useRef<HTMLElement>(null);
  const success = tone === "success";
  useEffect(() => {
    if (success) box.current?.focus();
  }, [success]);
  const body = (
    <>
      <div className="govuk-notification-banner__header">
        <h2 id={titleId} className="govuk-notification-banner__title">
          {success ? "Done" : "Important"}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </>
  );
  if (!success) {
    return (
      <section className="govuk-notification-banner" aria-labelledby={titleId}>
        {body}
      </section>
    );
  }
  return (
    <section
      ref={box}
      className="govuk-notification-banner govuk-notification-banner--success"
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <div role="alert">{body}</div>
    </section>
  );
}

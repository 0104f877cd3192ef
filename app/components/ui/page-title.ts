export const PRODUCT_NAME = "Sightline";

/** The text of `<title>`: what the page is, then whose page it is. */
export function pageTitle(text: string): string {
  return `${text} – ${PRODUCT_NAME}`;
}

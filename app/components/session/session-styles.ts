import stylesheet from "./session.scss?url";

/** The rules that only the pages of panels and sessions need. */
export const sessionStyles = () => [{ rel: "stylesheet", href: stylesheet }];

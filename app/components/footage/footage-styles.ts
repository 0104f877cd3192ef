import stylesheet from "./footage.scss?url";

/** The rules that only the pages about clips need. */
export const footageStyles = () => [{ rel: "stylesheet", href: stylesheet }];

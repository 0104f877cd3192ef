import stylesheet from "./observation.scss?url";

/** The rules that only the pages of an observation need. */
export const observationStyles = () => [{ rel: "stylesheet", href: stylesheet }];

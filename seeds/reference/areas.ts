/** The Met's 12 command units; the letters of most are still to be confirmed with the Met. */
export const BCUS = [
  { code: "AS", name: "Central South" },
  { code: "AW", name: "Central West" },
  { code: "CE", name: "Central East" },
  { code: "CN", name: "Central North" },
  { code: "EA", name: "East Area" },
  { code: "NA", name: "North Area" },
  { code: "NE", name: "North East" },
  { code: "NW", name: "North West" },
  { code: "SE", name: "South East" },
  { code: "SN", name: "South Area" },
  { code: "SW", name: "South West" },
  { code: "WA", name: "West Area" },
] as const;

/** The 32 boroughs with their GSS codes. The City of London has a force of its own and is no panel area. */
export const BOROUGHS = [
  { gss: "E09000022", name: "Lambeth", bcu_code: "AS" },
  { gss: "E09000028", name: "Southwark", bcu_code: "AS" },
  { gss: "E09000013", name: "Hammersmith and Fulham", bcu_code: "AW" },
  { gss: "E09000020", name: "Kensington and Chelsea", bcu_code: "AW" },
  { gss: "E09000033", name: "Westminster", bcu_code: "AW" },
  { gss: "E09000012", name: "Hackney", bcu_code: "CE" },
  { gss: "E09000030", name: "Tower Hamlets", bcu_code: "CE" },
  { gss: "E09000007", name: "Camden", bcu_code: "CN" },
  { gss: "E09000019", name: "Islington", bcu_code: "CN" },
  { gss: "E09000002", name: "Barking and Dagenham", bcu_code: "EA" },
  { gss: "E09000016", name: "Havering", bcu_code: "EA" },
  { gss: "E09000026", name: "Redbridge", bcu_code: "EA" },
  { gss: "E09000010", name: "Enfield", bcu_code: "NA" },
  { gss: "E09000014", name: "Haringey", bcu_code: "NA" },
  { gss: "E09000025", name: "Newham", bcu_code: "NE" },
  { gss: "E09000031", name: "Waltham Forest", bcu_code: "NE" },
  { gss: "E09000003", name: "Barnet", bcu_code: "NW" },
  { gss: "E09000005", name: "Brent", bcu_code: "NW" },
  { gss: "E09000015", name: "Harrow", bcu_code: "NW" },
  { gss: "E09000004", name: "Bexley", bcu_code: "SE" },
  { gss: "E09000011", name: "Greenwich", bcu_code: "SE" },
  { gss: "E09000023", name: "Lewisham", bcu_code: "SE" },
  { gss: "E09000006", name: "Bromley", bcu_code: "SN" },
  { gss: "E09000008", name: "Croydon", bcu_code: "SN" },
  { gss: "E09000029", name: "Sutton", bcu_code: "SN" },
  { gss: "E09000021", name: "Kingston upon Thames", bcu_code: "SW" },
  { gss: "E09000024", name: "Merton", bcu_code: "SW" },
  { gss: "E09000027", name: "Richmond upon Thames", bcu_code: "SW" },
  { gss: "E09000032", name: "Wandsworth", bcu_code: "SW" },
  { gss: "E09000009", name: "Ealing", bcu_code: "WA" },
  { gss: "E09000017", name: "Hillingdon", bcu_code: "WA" },
  { gss: "E09000018", name: "Hounslow", bcu_code: "WA" },
] as const;

/** Kinds of panel and their default settings. */
export const PANEL_TYPES = [
  { id: "cmg", label: "Community Monitoring Group", area_kind: "borough", min_age: null, quorum: 3 },
  { id: "pep", label: "Encounter Panel (PEP)", area_kind: "bcu", min_age: 18, quorum: 3 },
  { id: "safer_schools", label: "Safer Schools partnership panel", area_kind: "bcu", min_age: 18, quorum: 3 },
] as const;

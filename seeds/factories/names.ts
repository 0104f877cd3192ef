// Invented first and family names, combined by number; nobody is meant.
const FIRST = [
  "Amara",
  "Bartek",
  "Celeste",
  "Devan",
  "Esi",
  "Farida",
  "Gethin",
  "Hana",
  "Idris",
  "Jolanta",
  "Kofi",
  "Leila",
  "Marlon",
  "Nadia",
  "Oskar",
  "Priya",
  "Quentin",
  "Rosa",
  "Samir",
  "Tamsin",
  "Uzma",
  "Viktor",
  "Wen",
  "Xanthe",
  "Yusuf",
  "Zora",
];
const FAMILY = [
  "Ashdown",
  "Bellweather",
  "Cardamom",
  "Dunmore",
  "Eastlake",
  "Fernsby",
  "Goldcrest",
  "Hartwell",
  "Inkpen",
  "Juniper",
  "Kestrel",
  "Larkspur",
  "Merriweather",
];

/** The nth invented name; the first 300 differ. */
export function inventedName(index: number): string {
  return `${FIRST[index % FIRST.length]} ${FAMILY[(index * 5 + Math.floor(index / FIRST.length)) % FAMILY.length]}`;
}

import { isIPv4, isIPv6 } from "node:net";

const UNKNOWN = "unknown";

/** The unit that guesses are counted for: one IPv4 address, or the /64 that one IPv6 household shares. */
export function addressForLimits(address: string | undefined): string {
  return truncate(address, { v4Parts: 4, v6Groups: 4 });
}

/** What may be kept of an address beside a login: an IPv4 /24 or an IPv6 /48. */
export function addressToKeep(address: string | undefined): string {
  return truncate(address, { v4Parts: 3, v6Groups: 3 });
}

/** The coarse kind of device behind a User-Agent header. */
export function deviceClassOf(userAgent: string | undefined): string {
  if (userAgent === undefined) return UNKNOWN;
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return "tablet";
  return /Mobi|iPhone/i.test(userAgent) ? "phone" : "computer";
}

function truncate(address: string | undefined, keep: { v4Parts: number; v6Groups: number }): string {
  const plain = (address ?? "").replace(/^::ffff:(?=\d+[.])/i, "").replace(/%.*$/, "");
  if (isIPv4(plain)) return plain.split(".").slice(0, keep.v4Parts).join(".");
  return isIPv6(plain) ? groupsOf(plain).slice(0, keep.v6Groups).join(":") : UNKNOWN;
}

function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter((group) => group !== "");
  const after = (tail ?? "").split(":").filter((group) => group !== "");
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(missing, 0)).fill("0"), ...after].map((group) =>
    group.toLowerCase().replace(/^0+(?=.)/, ""),
  );
}

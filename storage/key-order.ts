const SURROGATES = 0xd800;
const ABOVE_SURROGATES = 0xe000;

/** Compares two keys as S3 does, by the bytes of their UTF-8; negative when `a` comes first. */
export function compareKeys(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

// JavaScript orders strings by UTF-16, where surrogate pairs (U+10000 and above) sort below U+E000.
function rank(unit: number): number {
  if (unit >= ABOVE_SURROGATES) return unit - 0x800;
  return unit >= SURROGATES ? unit + 0x2000 : unit;
}

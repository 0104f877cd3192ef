import { describe, expect, test } from "vitest";
import { addressForLimits, addressToKeep, deviceClassOf } from "~/app/http/client-address.server";

describe("the address that guesses are counted for", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:0001:2::", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["nonsense", "unknown"],
    [undefined, "unknown"],
  ])("of %s is %s", (address, expected) => {
    expect(addressForLimits(address)).toBe(expected);
  });

  test("is the same across one IPv6 household and another for its neighbour", () => {
    expect(addressForLimits("2001:db8:1:2::aaaa")).toBe(addressForLimits("2001:db8:1:2:ffff::1"));
    expect(addressForLimits("2001:db8:1:2::1")).not.toBe(addressForLimits("2001:db8:1:3::1"));
  });
});

test("of an address only the network is kept beside a login", () => {
  expect(addressToKeep("203.0.113.9")).toBe("203.0.113");
  expect(addressToKeep("2001:db8:1:2::1")).toBe("2001:db8:1");
});

test.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148", "phone"],
  ["Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140 Mobile Safari/537.36", "phone"],
  ["Mozilla/5.0 (Linux; Android 15; SM-X710) Chrome/140 Safari/537.36", "tablet"],
  ["Mozilla/5.0 (X11; Linux x86_64) Chrome/140", "computer"],
  [undefined, "unknown"],
])("the device behind %s is a %s", (userAgent, expected) => {
  expect(deviceClassOf(userAgent)).toBe(expected);
});

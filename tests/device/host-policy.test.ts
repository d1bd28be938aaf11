import { expect, test } from "vitest";
import { isStrictPolicy } from "../../src/device/host-policy.ts";
import { headerPolicy, metaPolicy } from "../../src/sw/policy.ts";

test.each([
  ["the app's own header", headerPolicy],
  ["the app's own policy without what a page cannot say", metaPolicy],
  ["in other letters and order", "SCRIPT-SRC 'self';  Default-Src   'none'"],
  ["even stricter", "default-src 'none'; connect-src 'none'"],
])("strict: %s", (_, header) => {
  expect(isStrictPolicy(header)).toBe(true);
});

test.each([
  ["no header", null],
  ["an empty one", ""],
  ["one that only forbids framing", "frame-ancestors 'none'"],
  ["connections to anybody", headerPolicy.replace("connect-src 'self'", "connect-src *")],
  ["connections to one other host", headerPolicy.replace("connect-src 'self'", "connect-src 'self' https://other.test")],
  ["scripts from anywhere", headerPolicy.replace("script-src 'self'", "script-src https:")],
  ["inline scripts", headerPolicy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")],
  ["a loose default", "default-src 'self'; script-src 'self'; connect-src 'self'"],
  ["a directive without sources", "default-src"],
])("not strict: %s", (_, header) => {
  expect(isStrictPolicy(header)).toBe(false);
});

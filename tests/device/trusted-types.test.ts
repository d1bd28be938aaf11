import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { scriptUrl } from "../../src/device/trusted-types.ts";

test("an address of the app's own comes back whole", () => {
  expect(String(scriptUrl("assets/worker.js"))).toBe(new URL("assets/worker.js", location.href).href);
  const beside = new URL("a.js?x#y", location.href).href;
  expect(String(scriptUrl(beside))).toBe(beside);
});

test.each(["https://other.test/a.js", "//other.test/a.js", "data:text/javascript,1", "javascript:1", "http://"])(
  "refuses %s",
  (address) => {
    expect(() => scriptUrl(address)).toThrow(TypeError);
  },
);

describe("on a host that several apps share", () => {
  const before = location.href;
  beforeEach(() => history.replaceState(null, "", "/some/where/index.html"));
  afterEach(() => history.replaceState(null, "", before));

  test("what lies in the app's own folder is its own", () => {
    for (const path of ["sw.js", "assets/worker.js", "/some/where/assets/worker.js"])
      expect(String(scriptUrl(path))).toBe(new URL(path, `${location.origin}/some/where/`).href);
  });

  test.each(["/a.js", "/", "../a.js", "/some/wherever/a.js", "assets/../../a.js", "assets/%2e%2e/%2E%2e/a.js"])("refuses %s", (address) => {
    expect(() => scriptUrl(address)).toThrow("outside the app");
  });
});

test("refuses a blob, though its origin is the page's", () => {
  const address = URL.createObjectURL(new Blob(["1"], { type: "text/javascript" }));
  expect(new URL(address).origin).toBe(location.origin);
  expect(() => scriptUrl(address)).toThrow("outside the app");
  URL.revokeObjectURL(address);
});

test("gives out the browser's own trusted kind, which a page under the policy asks for", () => {
  expect(typeof scriptUrl("assets/worker.js")).toBe("object");
});

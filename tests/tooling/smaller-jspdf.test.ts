import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withoutDecoders } from "./build/smaller-jspdf.ts";

const code = readFileSync(join(import.meta.dirname, "../../node_modules/jspdf/dist/jspdf.es.js"), "utf8");

test("jsPDF stays as it is but for its readers and writers of pictures", () => {
  const out = withoutDecoders(code);
  expect(out).toContain('function WebPDecoder() { throw new Error("not in this build"); }');
  expect(out).not.toContain("fast-png");
  expect(out.length).toBeLessThan(code.length);
  for (const kept of ["processRGBA", "addFileToVFS", "setFileId", "getStringUnitWidth"])
    expect([kept, out.includes(kept)]).toEqual([kept, true]);
});

test("stops the build where one of them is no longer there", () => {
  expect(() => withoutDecoders(code.replace("function BmpDecoder(", "function Bmp("))).toThrow("no BmpDecoder");
  expect(() => withoutDecoders(code.replace("'fast-png'", "'other'"))).toThrow("PNG");
});

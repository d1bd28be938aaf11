import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { core, cut, display } from "./build/cut-pdf.ts";

const file = (name: string): string => readFileSync(join(import.meta.dirname, "../../node_modules/pdfjs-dist/build", name), "utf8");

const code = `var a;
;// ./src/kept.js
const kept = () => new Gone();
;// ./src/gone.js
class Gone {}
;// ./src/end.js
const text = "as it was";
export { kept };
`;
const plain = { drop: ["./src/gone.js"], absent: ["Gone"], instead: "", local: [], replace: [] } as const;

test("a section goes with all that stands in it, and what is still named is stood in for", () => {
  const out = cut(code, plain);
  expect(out).toContain("const kept = () => new Gone();");
  expect(out).toContain('class Gone { constructor() { throw new Error("not in this build"); } }');
  expect(out).not.toContain("class Gone {}");
});

test.each([
  ["a section that is no longer there", { ...plain, drop: ["./src/gone.js", "./src/other.js"] }, "has no ./src/other.js"],
  ["a name that nothing stands for", { ...plain, absent: [] }, "still needs Gone"],
  ["a piece that is no longer there", { ...plain, replace: [["as it is", ""]] }, "is not as it was"],
  ["an end that is no longer there", { ...plain, replace: [["as it was", "", "nowhere"]] }, "is not as it was"],
] as const)("stops the build at %s", (_, how, words) => {
  expect(() => cut(code, how)).toThrow(words);
});

test("of pdf.js nothing is left that edits, saves, makes a Blob of what was read, or streams from the network", () => {
  const reads = cut(file("pdf.worker.mjs"), core);
  const draws = cut(file("pdf.mjs"), display);
  for (const gone of ["class XFAObject", "class PDFEditor {\n  #", "new Blob(", "XMLHttpRequest", "initializeFromPort(self)"])
    expect([gone, reads.includes(gone)]).toEqual([gone, false]);
  for (const gone of ["class AnnotationLayer", "class AnnotationEditorUIManager", "class PDFFetchStream extends", "globalThis.pdfjsLib"])
    expect([gone, draws.includes(gone)]).toEqual([gone, false]);
});

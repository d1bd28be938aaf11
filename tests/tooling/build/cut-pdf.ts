import type { Plugin } from "vite";
import { appearances } from "./pdf-appearances.ts";

/** How one file of pdf.js is made smaller: sections that go, what stands for the names of theirs that the rest still says, and what is replaced. */
interface Cut {
  /** Beginnings of the paths that stand at the head of each section. */ readonly drop: readonly string[];
  /** Classes that are named and never made. */ readonly absent: readonly string[];
  readonly instead: string;
  /** Names of dropped sections that others use for variables of their own. */ readonly local: readonly string[];
  /** Each must be there once; with `until`, all up to there goes. */
  readonly replace: readonly (readonly [from: string, to: string, until?: string])[];
}

/** The app is told what a page is drawn without (`Lack` in src/evidence/pages/protocol.ts), where pdf.js only notes it. */
const told = (what: string, note: string): readonly [string, string] => [note, `globalThis.lacking?.("${what}"); ${note}`];

/** The half that reads files: without forms made by script (XFA), editing, saving, tags, attachments, text search and the three decoders in WebAssembly. */
export const core: Cut = {
  drop: [
    "./src/core/xfa/",
    "./src/core/xfa_fonts.js",
    "./src/core/calibri_factors.js",
    "./src/core/helvetica_factors.js",
    "./src/core/liberationsans_widths.js",
    "./src/core/myriadpro_factors.js",
    "./src/core/segoeui_factors.js",
    "./src/core/annotation.js",
    "./src/core/default_appearance.js",
    "./src/core/editor/",
    "./src/core/struct_tree.js",
    "./src/core/dataset_reader.js",
    "./src/core/intersector.js",
    "./src/core/font_substitutions.js",
    "./src/core/writer.js",
    "./src/core/metadata_parser.js",
    "./src/core/xml_parser.js",
    "./src/core/file_spec.js",
    "./src/core/bidi.js",
    "./src/core/jpx.js",
    "./src/core/jbig2_wasm.js",
    "./src/core/icc_colorspace.js",
    "./external/",
  ],
  absent: [
    "XFAFactory",
    "PDFEditor",
    "StructTreeRoot",
    "StructTreePage",
    "DatasetReader",
    "Intersector",
    "MetadataParser",
    "FileSpec",
    "getXfaFontName",
    "getXfaFontDict",
    "getFontSubstitution",
    "incrementalUpdate",
    "bidi",
  ],
  instead: `
class IccColorSpace { static isUsable = false; static setOptions() {} }
class CmykICCBasedCS { static isUsable = false; static setOptions() {} }
class JBig2WasmImage { static setOptions() {} static cleanup() {} static async decode() { throw new Error("not in this build"); } }
class JpxImage {
  static setOptions() {}
  static cleanup() {}
  static parseImageProperties() { globalThis.lacking?.("picture"); throw new Error("not in this build"); }
  static async decode() { return JpxImage.parseImageProperties(); }
}
${appearances}`,
  local: ["chars", "types", "operators", "Type"],
  replace: [
    // In a worker it takes every message for its own.
    [
      `  static {
    if (typeof window === "undefined" && !isNodeJS && typeof self !== "undefined" && typeof self.postMessage === "function" && "onmessage" in self) {
      this.initializeFromPort(self);
    }
  }
`,
      "",
    ],
    // A picture that is larger than a canvas goes through no Blob (src/evidence/pages/shrink.ts).
    [
      "  async _createImage() {\n",
      `  async _createImage() {
    const imgData = this._imgData;
    const image = globalThis.shrunk(imgData, this._isMask, (width, height) => !ImageResizer.needsToBeResized(width, height));
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d", { willReadFrequently: true }).putImageData(image, 0, 0);
    imgData.data = null;
    imgData.bitmap = canvas.transferToImageBitmap();
    imgData.width = image.width;
    imgData.height = image.height;
    return imgData;
  }
`,
      "  #rescaleImageData() {",
    ],
    // What is left out is said.
    told("picture", 'const msg = "Image exceeded maximum allowed size and was removed.";'),
    told("picture", 'const msg = `Unable to decode inline image: "${reason}".`;'),
    told("picture", 'warn(`Unable to decode image "${objId}": "${reason}".`);'),
    told("part", 'warn(`getOperatorList - ignoring XObject: "${reason}".`);'),
    told("part", 'warn(`getOperatorList - ignoring errors during "${task.name}" ` + `task: "${reason}".`);'),
  ],
};

/** The half that draws: without layers for links, text and editing, without ways to the network, and with masks that need no page around them. */
export const display: Cut = {
  drop: [
    "./src/display/annotation_layer.js",
    "./src/display/editor/",
    "./src/display/xfa",
    "./src/display/text_layer.js",
    "./src/display/draw_layer.js",
    "./src/display/touch_manager.js",
    "./src/display/network",
    "./src/display/fetch_stream.js",
    "./src/display/node_",
    "./src/display/content_disposition.js",
    "./src/display/filter_factory.js",
    "./src/display/svg_factory.js",
    "./src/display/metadata.js",
    "./src/shared/scripting_utils.js",
    "./src/pdf.js",
  ],
  absent: [
    "XfaText",
    "AnnotationEditor",
    "DOMFilterFactory",
    "NodeFilterFactory",
    "NodeCanvasFactory",
    "NodeCMapReaderFactory",
    "NodeStandardFontDataFactory",
    "NodeWasmFactory",
    "Metadata",
    "PDFFetchStream",
    "PDFNetworkStream",
    "PDFNodeStream",
    "XfaLayer",
  ],
  instead: `
class TextLayer { static cleanup() {} }
export { getDocument, PDFDataRangeTransport };
`,
  local: [],
  replace: [
    [
      `    if (subtype === "Alpha" && transferMap) {
      layerCtx.filter = this.filterFactory.addAlphaFilter(transferMap);
    } else if (subtype === "Luminosity") {
      layerCtx.filter = this.filterFactory.addLuminosityFilter(transferMap);
    }
`,
      `    if (subtype === "Luminosity" || transferMap) {
      maskCanvas = this.filterFactory.maskOf(maskCanvas, { x: maskX, y: maskY, width, height }, subtype, transferMap);
      maskX = maskY = 0;
    }
`,
    ],
  ],
};

const marker = /^;\/\/ (?=\.\/)/mu;
/** Where a class is made, asked for or extended, or something of a name is used; not where the name is a property or stands in a text. */
const used = /\b(?:new|instanceof|extends) ([\w$]+)|(?<![\w$.#"'] ?)\b([\w$]+)\.[a-z]/gu;
const declared = /^(?:async )?(?:class|function\*?|const|let|var) ([\w$]+)/gmu;

/**
 * Takes out of one of pdf.js's two files what this app does not show. Throws when a section, a replaced piece or a name is not as it was in the
 * version that this was written for.
 */
export const cut = (code: string, { drop, absent, instead, local, replace }: Cut): string => {
  const [head = "", ...sections] = code.split(marker);
  const pathOf = (section: string): string => section.slice(0, section.indexOf("\n")).trim();
  const isDropped = (section: string): boolean => drop.some((start) => pathOf(section).startsWith(start));
  const unused = drop.filter((start) => !sections.some((section) => pathOf(section).startsWith(start)));
  if (unused.length > 0) throw new Error(`pdf.js has no ${unused.join(", ")}`);
  const kept = [head, ...sections.filter((section) => !isDropped(section)).map((section) => section.slice(section.indexOf("\n")))].join("");
  const whole = replace.reduce((text, [from, to, until]) => {
    const [before = "", after = "", ...more] = text.split(from);
    const rest = until === undefined ? after : after.slice(after.indexOf(until));
    if (text === before || more.length > 0 || (until !== undefined && !after.includes(until)))
      throw new Error(`pdf.js is not as it was at: ${from.trim().slice(0, 60)}`);
    return `${before}${to}${rest}`;
  }, kept);
  // What is called for and was dropped must be stood in for; the names of local variables, properties and words in texts do not count.
  const standIns = `${instead}${absent.map((name) => `\nclass ${name} { constructor() { throw new Error("not in this build"); } }`).join("")}\n`;
  const there = new Set([...local, ...[...`${whole}${standIns}`.matchAll(declared)].map(([, name]) => name)]);
  const names = sections.filter(isDropped).flatMap((section) => [...section.matchAll(declared)].map(([, name = ""]) => name));
  const said = new Set([...whole.matchAll(used)].map(([, made, asked]) => made ?? asked));
  const missing = names.filter((name) => said.has(name) && !there.has(name));
  if (missing.length > 0) throw new Error(`pdf.js still needs ${[...new Set(missing)].join(", ")}`);
  return `${whole}${standIns}`;
};

/** pdf.js with what the page worker uses, and nothing else, in the build as in the tests. */
export const cutPdf = (): Plugin => ({
  name: "cut-pdf",
  enforce: "pre",
  transform: {
    filter: { id: /\/pdfjs-dist\/build\/pdf(?:\.worker)?\.mjs(?:\?|$)/u },
    handler: (code, id) => ({ code: cut(code, id.includes("pdf.worker") ? core : display), map: null }),
  },
});

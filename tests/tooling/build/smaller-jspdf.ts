import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** jsPDF's readers and writers of pictures. The report adds its few pictures as pixels (src/export/report/paper.ts), which needs none of them. */
const unused = ["WebPDecoder", "JPEGEncoder", "GifReader", "GifReaderLZWOutputIndexStream", "BmpDecoder"] as const;

/** How it asks for its reader of PNG. */
const png = "import { decode } from 'fast-png';";

/** What stands at the beginning of a line begins something new. */
const top = /^(?=function |var |class |const |let |\(function)/mu;

/** jsPDF without them: calling one is an error. Throws when one is not there. */
export const withoutDecoders = (code: string): string => {
  const parts = code.split(top);
  for (const name of unused) {
    const at = parts.findIndex((part) => part.startsWith(`function ${name}(`));
    if (at < 0) throw new Error(`jsPDF has no ${name}`);
    // Its methods may follow it, set on it one by one.
    const next = parts[at]?.indexOf("\n}\n") ?? -1;
    if (next < 0) throw new Error(`${name} of jsPDF has no end`);
    parts[at] = `function ${name}() { throw new Error("not in this build"); }\n${parts[at]?.slice(next + 3) ?? ""}`;
  }
  const [before = "", after, ...more] = parts.join("").split(png);
  if (after === undefined || more.length > 0) throw new Error("jsPDF does not read PNG as it did");
  return `${before}const decode = () => { throw new Error("not in this build"); };${after}`;
};

/** For the build: the readable file of jsPDF in place of the packed one, so that it can be cut. */
export const smallerJspdf = (): Plugin => ({
  name: "smaller-jspdf",
  apply: "build",
  enforce: "pre",
  resolveId: (id) => (id === "jspdf" ? fileURLToPath(new URL("../../../node_modules/jspdf/dist/jspdf.es.js", import.meta.url)) : undefined),
  transform: {
    filter: { id: /\/jspdf\/dist\/jspdf\.es\.js$/u },
    handler: (code) => ({ code: withoutDecoders(code), map: null }),
  },
});

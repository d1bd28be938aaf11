import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { metaPolicy } from "../../src/sw/policy.ts";
import { buildApp } from "./build.ts";

const page = (script: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}">
    <meta charset="utf-8">
    <title>Probe</title>
    <link rel="icon" href="./icons/blank.png">
    <script type="module" src="./${script}"></script>
  </head>
  <body></body>
</html>
`;

/** Builds the app with one more page, probe.html (tests/journeys/probe/page.ts), into `folder`. */
export const buildWithProbe = (folder: string): Promise<void> =>
  buildApp(folder, {
    build: { rolldownOptions: { input: { index: "index.html", probe: "tests/journeys/probe/page.ts" } } },
    plugins: [
      {
        name: "probe-page",
        generateBundle(_, bundle) {
          const script = Object.values(bundle).find((part) => part.type === "chunk" && part.isEntry && part.name === "probe");
          if (script === undefined) throw new Error("the probe's script is not in the build");
          this.emitFile({ type: "asset", fileName: "probe.html", source: page(script.fileName) });
        },
      },
    ],
  });

const hash = (bytes: Uint8Array, form: "hex" | "base64"): string => createHash("sha256").update(bytes).digest(form);

/** Copies a build into `to` with another leave.html, as the next release would be, without building again. Its build hash is returned. */
export const nextRelease = (from: string, to: string, mark: string): string => {
  cpSync(from, to, { recursive: true });
  const change = (name: string, edit: (text: string) => string): readonly (readonly [string, string])[] => {
    const before = readFileSync(join(to, name));
    const after = Buffer.from(edit(before.toString("utf8")));
    if (before.equals(after)) throw new Error(`${name} did not change`);
    writeFileSync(join(to, name), after);
    return [
      [hash(before, "hex"), hash(after, "hex")],
      [hash(before, "base64"), hash(after, "base64")],
      [createHash("md5").update(before).digest("hex"), createHash("md5").update(after).digest("hex")],
    ];
  };
  const replaceAll = (pairs: readonly (readonly [string, string])[]) => (text: string) =>
    pairs.reduce((changed, [before, after]) => changed.replaceAll(before, after), text);
  const ofPage = change("leave.html", (text) => `${text}<!-- ${mark} -->\n`);
  const ofList = change("build.txt", replaceAll(ofPage));
  change("sw.js", replaceAll([...ofPage, ...ofList]));
  return hash(readFileSync(join(to, "build.txt")), "hex");
};

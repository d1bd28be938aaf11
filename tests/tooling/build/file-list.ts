import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One row of the precache list, as workbox-build makes it. */
interface Entry {
  url: string;
  revision: string | null;
  integrity?: string;
  size: number;
}

const codeName = "sw-code.txt";

const sha256 = (bytes: Uint8Array, form: "hex" | "base64"): string => createHash("sha256").update(bytes).digest(form);

/** What stands in the service worker's code where the build puts the precache list. */
const placeholder = "self.__WB_MANIFEST";

/**
 * sw.js holds the hash of the list and so cannot stand in it. Its code can: a copy from before the list is put in, as a text that no browser runs.
 */
const copyWorkerCode = (folder: string): Entry => {
  const code = readFileSync(join(folder, "sw.js"));
  if (code.toString("utf8").split(placeholder).length !== 2) throw new Error("sw.js is not as it was before its list is put in");
  writeFileSync(join(folder, codeName), code);
  return { url: codeName, revision: sha256(code, "hex"), size: code.length };
};

/**
 * Writes build.txt, the list of the app's files with their SHA-256 in the form that `sha256sum -c` reads, and gives every row of the
 * precache list its integrity. sw.js stands in it by its code, sw-code.txt. The hash of build.txt is the build's hash: it stands in the list as that file's revision, where the
 * service worker reads it.
 */
export const writeFileList =
  (folder: string) =>
  (entries: readonly Entry[]): { manifest: Entry[] } => {
    const sorted = [...entries, copyWorkerCode(folder)].toSorted((a, b) => (a.url < b.url ? -1 : 1));
    const rows = sorted.map((entry) => {
      const bytes = readFileSync(join(folder, entry.url));
      return { line: `${sha256(bytes, "hex")}  ${entry.url}\n`, entry: { ...entry, integrity: `sha256-${sha256(bytes, "base64")}` } };
    });
    const list = Buffer.from(rows.map(({ line }) => line).join(""));
    writeFileSync(join(folder, "build.txt"), list);
    const listEntry = {
      url: "build.txt",
      revision: sha256(list, "hex"),
      integrity: `sha256-${sha256(list, "base64")}`,
      size: list.length,
    };
    return { manifest: [...rows.map(({ entry }) => entry), listEntry] };
  };

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { answerPrompts } from "../journeys/interop-tty.ts";
import { run } from "./run.ts";
import { findTool } from "./tools.ts";

/** Opens a sealed file with `age` (answering on its terminal) and `unzip`. Returns the bag's folder. */
export const unpack = async (file: string, words: readonly string[], folder: string): Promise<string> => {
  const zip = join(folder, "bundle.zip");
  const opened = await answerPrompts(`${findTool("age")} -d -o ${zip} ${file}`, "Enter passphrase", words.join("-"));
  if (opened.code !== 0) throw new Error(`age: ${opened.output}`);
  const into = join(folder, "bag");
  const unzipped = run(findTool("unzip"), ["-q", zip, "-d", into]);
  if (!unzipped.ok) throw new Error(`unzip: ${unzipped.output}`);
  const bags = readdirSync(into);
  if (bags.length !== 1 || bags[0] === undefined) throw new Error("not one folder");
  return join(into, bags[0]);
};

/** A shell command in the bag's folder. */
export const inBag = (bag: string, command: string): { readonly ok: boolean; readonly output: string } =>
  run("sh", ["-c", `cd '${bag}' && ${command}`]);

export const checkSums = (bag: string) =>
  inBag(bag, "LC_ALL=C.UTF-8 sha256sum --strict --quiet -c manifest-sha256.txt tagmanifest-sha256.txt");
export const checkSeal = (bag: string) => inBag(bag, `${findTool("minisign")} -V -p signing-key.pub -m tagmanifest-sha256.txt`);
/** The text of a PDF as a reader program finds it. */
export const pdfText = (bag: string, path: string): string => {
  const read = inBag(bag, `'${findTool("pdftotext")}' -enc UTF-8 -layout '${path}' -`);
  if (!read.ok) throw new Error(`pdftotext: ${read.output}`);
  return read.output;
};

/** Every file of the bag with what it holds, also inside the PDF's packed streams, as one text to search for what must not be there. */
export const everythingIn = (bag: string): string => {
  const pdf = inBag(bag, `'${findTool("pdftotext").replace(/pdftotext$/u, "pdfinfo")}' -rawdates data/report.pdf`).output;
  return `${inBag(bag, "find . -type f | sort; find . -type f ! -name padding.bin -exec cat {} +").output}\n${pdf}\n${pdfText(bag, "data/report.pdf")}`;
};

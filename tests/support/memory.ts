import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { BrowserContext } from "playwright";

/** A process of the browser, as it names it itself: "browser", "renderer", "GPU", … */
interface BrowserProcess {
  readonly id: number;
  readonly type: string;
}

/** Every process of a browser that runs now. */
const processesOf = async (context: BrowserContext): Promise<readonly BrowserProcess[]> => {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send("SystemInfo.getProcessInfo")) ?? { processInfo: [] };
  await session?.detach();
  return processInfo;
};

interface Region {
  readonly from: number;
  readonly to: number;
}
/** What a process can write to and has anything in; its heaps and stacks are all there. Empty: it has ended. */
const regionsOf = (pid: number): readonly Region[] => {
  let text: string;
  try {
    text = readFileSync(`/proc/${String(pid)}/smaps`, "latin1");
  } catch {
    return [];
  }
  return [...text.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw[^\n]*\n(?:[A-Z][^\n]*\n)*?Rss: +(\d+) kB/gmu)].flatMap(([, from, to, rss]) =>
    rss === "0" ? [] : [{ from: Number.parseInt(from ?? "", 16), to: Number.parseInt(to ?? "", 16) }],
  );
};

const pieceBytes = 4 * 1024 * 1024;

/** Names of the needles that lie in the memory of one process. */
const inProcess = (pid: number, needles: Readonly<Record<string, Buffer>>): ReadonlySet<string> => {
  const found = new Set<string>();
  const longest = Math.max(...Object.values(needles).map(({ length }) => length));
  let file: number;
  try {
    file = openSync(`/proc/${String(pid)}/mem`, "r");
  } catch {
    return found;
  }
  const buffer = Buffer.alloc(pieceBytes);
  for (const { from, to } of regionsOf(pid)) {
    for (let at = from; at < to; at += pieceBytes - longest) {
      let length = 0;
      try {
        length = readSync(file, buffer, 0, Math.min(pieceBytes, to - at), at);
      } catch {
        // Given back meanwhile.
        break;
      }
      const piece = buffer.subarray(0, length);
      for (const [name, needle] of Object.entries(needles)) if (!found.has(name) && piece.includes(needle)) found.add(name);
    }
  }
  closeSync(file);
  return found;
};

/**
 * Looks for bytes in the memory of every process of a browser: "renderer: key of the log", each once. Also finds what was freed and not written over.
 * Of a process that may not be looked into it finds nothing; so it first has to find what is there.
 */
export const searchMemory = async (context: BrowserContext, needles: Readonly<Record<string, Buffer>>): Promise<readonly string[]> => {
  const found = (await processesOf(context)).flatMap(({ id, type }) => [...inProcess(id, needles)].map((name) => `${type}: ${name}`));
  return [...new Set(found)].toSorted();
};

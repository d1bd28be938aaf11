import { proxy, transfer, type ProxyMarked } from "comlink";
import type { SharedReader } from "./app/ports.ts";
import { carriesMedia } from "./case/media.ts";
import { partOfZip, readChatZip } from "./evidence/chat-zip.ts";
import { inspect } from "./evidence/inspect.ts";
import type { EvidenceError } from "./evidence/types.ts";
import { err, ok, type Result } from "./lib/result.ts";
import { sliced, type Sliced } from "./lib/sliced.ts";
import { Refused } from "./vault/store-errors.ts";
import type { VaultError } from "./vault/types.ts";
import type { WorkerVault } from "./vault/vault.ts";

interface Source {
  readonly whole: Sliced;
  /** The answer of a reader, or why the vault could not open a piece, which readers of files only know as unreadable. */
  readonly told: <T, E>(result: Result<T, E>) => Result<T, E | VaultError>;
}

const noting = (item: Sliced): Source => {
  let refused: VaultError | undefined;
  const whole = sliced(item.size, async (from, to) => {
    try {
      return await item.slice(from, to).arrayBuffer();
    } catch (thrown) {
      if (thrown instanceof Refused) refused = thrown.error;
      throw thrown;
    }
  });
  return { whole, told: (result) => (result.ok || refused === undefined ? result : err(refused)) };
};

/** What waits in the inbox as it is exposed to the page: nothing but answers leaves the worker. `shared`: an item, in the clear by piece. */
export const sharedSurface = (
  shared: (item: string) => Promise<Result<Sliced, VaultError>>,
  importFile: WorkerVault["importFile"],
): SharedReader & ProxyMarked => {
  const withSource = async <T, E>(
    item: string,
    part: number | null,
    use: (source: Sliced | ArrayBuffer) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | EvidenceError | VaultError>> => {
    const found = await shared(item);
    if (!found.ok) return found;
    const { whole, told } = noting(found.value);
    const source = part === null ? ok(whole) : await partOfZip(whole, part);
    return told<T, E | EvidenceError>(source.ok ? await use(source.value) : source);
  };
  return proxy({
    inspect: (item, part, name) => withSource(item, part, (source) => inspect(source, name)),
    readChatZip: async (item, refuse) => {
      const found = await shared(item);
      if (!found.ok) return found;
      const { whole, told } = noting(found.value);
      const read = told(await readChatZip(whole));
      if (!read.ok) return read;
      // A picture that is written out as text does not leave the worker either.
      return refuse !== null && carriesMedia(read.value.text) ? err({ code: refuse }) : transfer(read, [read.value.bytes]);
    },
    importPart: (caseId, item, part, onProgress) => withSource(item, part, (source) => importFile(caseId, source, onProgress)),
  } satisfies SharedReader);
};

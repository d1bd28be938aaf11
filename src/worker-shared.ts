import { proxy, transfer, type ProxyMarked } from "comlink";
import type { SharedReader } from "./app/ports.ts";
import { partOfZip, readChatZip } from "./evidence/chat-zip.ts";
import { inspect } from "./evidence/inspect.ts";
import type { EvidenceError } from "./evidence/types.ts";
import type { Result } from "./lib/result.ts";
import type { Sliced } from "./lib/sliced.ts";
import type { VaultError } from "./vault/types.ts";
import type { WorkerVault } from "./vault/vault.ts";

type Source = Result<Sliced | ArrayBuffer, EvidenceError | VaultError>;

/** What waits in the inbox as it is exposed to the page: nothing but answers leaves the worker. `shared`: an item, in the clear by piece. */
export const sharedSurface = (
  shared: (item: string) => Promise<Result<Sliced, VaultError>>,
  importFile: WorkerVault["importFile"],
): SharedReader & ProxyMarked => {
  const sourceOf = async (item: string, part: number | null): Promise<Source> => {
    const whole = await shared(item);
    return whole.ok && part !== null ? partOfZip(whole.value, part) : whole;
  };
  return proxy({
    inspect: async (item, part, name) => {
      const source = await sourceOf(item, part);
      return source.ok ? inspect(source.value, name) : source;
    },
    readChatZip: async (item) => {
      const whole = await shared(item);
      if (!whole.ok) return whole;
      const read = await readChatZip(whole.value);
      return read.ok ? transfer(read, [read.value.bytes]) : read;
    },
    importPart: async (caseId, item, part, onProgress) => {
      const source = await sourceOf(item, part);
      return source.ok ? importFile(caseId, source.value, onProgress) : source;
    },
  } satisfies SharedReader);
};

import { proxy, transfer, type ProxyMarked } from "comlink";
import type { Result } from "../lib/result.ts";
import { holdLife } from "./life.ts";
import type { CaseParts } from "./stored-entry.ts";
import type { VaultError } from "./types.ts";
import type { WorkerVault } from "./vault.ts";

export interface VaultSurface extends WorkerVault {
  /** life.ts; resolves once it is held. */ readonly holdLife: (name: string) => Promise<void>;
}

/** The vault as it is exposed to the page: buffers are handed over, not copied. */
export const vaultSurface = (vault: WorkerVault): VaultSurface & ProxyMarked =>
  proxy({
    ...vault,
    holdLife,
    loadCase: async (caseId) =>
      handOver(await vault.loadCase(caseId), ({ parts, line }: CaseParts) => [
        ...[parts, ...(line?.others.map((other) => other.parts) ?? [])].flatMap((list) => list.map(({ json }) => json)),
        ...(line === undefined ? [] : [line.order.buffer]),
      ]),
    readChunk: async (caseId, file, index) => handOver(await vault.readChunk(caseId, file, index), (buffer) => [buffer]),
    readShared: async (item) => handOver(await vault.readShared(item), (buffer) => [buffer]),
    readFile: async (caseId, file) => handOver(await vault.readFile(caseId, file), (buffer) => [buffer]),
  });

const handOver = <T>(result: Result<T, VaultError>, buffersOf: (value: T) => readonly ArrayBuffer[]): Result<T, VaultError> =>
  result.ok ? transfer(result, [...buffersOf(result.value)]) : result;

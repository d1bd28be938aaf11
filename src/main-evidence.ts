import { proxy, wrap, type ProxyMarked } from "comlink";
import type { SharedReader } from "./app/ports.ts";
import type { KeptReader } from "./evidence/kept.ts";
import type { EvidenceReader } from "./evidence/reader.ts";
import type { VaultError } from "./vault/types.ts";

/** The reader of files, in the vault worker. A worker that dies takes the page with it, so no call is left waiting. */
export const readerIn = (worker: Worker): EvidenceReader => {
  const { evidence } = wrap<{ readonly evidence: EvidenceReader & ProxyMarked }>(worker);
  return {
    inspect: (file, name, onProgress) => evidence.inspect(file, name, onProgress && proxy(onProgress)),
    readChat: (file) => evidence.readChat(file),
    readChatZip: (zip) => evidence.readChatZip(zip),
    takeFromZip: (zip, index) => evidence.takeFromZip(zip, index),
    readMail: (file) => evidence.readMail(file),
  };
};

/** The reader of files that lie in the vault, in the same worker. */
export const keptIn = (worker: Worker): KeptReader<VaultError> => {
  const { kept } = wrap<{ readonly kept: KeptReader<VaultError> & ProxyMarked }>(worker);
  return { metadata: (caseId, file, type, size) => kept.metadata(caseId, file, type, size) };
};

/** The same for what waits in the inbox: the worker opens it there, piece by piece. */
export const sharedReaderIn = (worker: Worker): SharedReader => {
  const { shared } = wrap<{ readonly shared: SharedReader & ProxyMarked }>(worker);
  return {
    inspect: (item, part, name) => shared.inspect(item, part, name),
    readChatZip: (item, refuse) => shared.readChatZip(item, refuse),
    importPart: (caseId, item, part, onProgress) => shared.importPart(caseId, item, part, proxy(onProgress)),
  };
};

import type { EvidenceReader } from "../../src/evidence/reader.ts";
import type { MessageFile } from "../../src/evidence/text.ts";
import type { Inspected } from "../../src/evidence/types.ts";
import { err, ok } from "../../src/lib/result.ts";

const unreadable = async () => err({ code: "message-unreadable" } as const);
export const sizeOf = (file: MessageFile): number => (file instanceof Blob ? file.size : file.byteLength);

/** Says of every file what it is told, else that it is a picture with this digest: reading real ones is tested in the browser. */
export const fakeReader = (
  sha256: string,
  inspected: (file: MessageFile, name: string) => Partial<Inspected> = () => ({}),
): EvidenceReader => ({
  inspect: async (file, name) =>
    ok({ sha256, size: sizeOf(file), type: "image/png", mismatch: false, width: 1, height: 1, ...inspected(file, name) }),
  readChat: unreadable,
  readChatZip: unreadable,
  takeFromZip: unreadable,
  readMail: unreadable,
});

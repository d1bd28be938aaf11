import type { Result } from "../lib/result.ts";
import { readChat } from "./chat.ts";
import { readChatZip, takeFromZip } from "./chat-zip.ts";
import { inspect } from "./inspect.ts";
import { readMail } from "./mail.ts";
import type { MessageFile } from "./text.ts";
import type { ChatZip, EvidenceError, Inspected, ParsedChat, ParsedMail } from "./types.ts";

/** What the page may ask of evidence in the worker. Nothing here writes; every failure is a value. */
export interface EvidenceReader {
  /** `onProgress` gets bytes that are hashed, of files that take longer; what answers `false` to it stops the hashing: `stopped`. */
  readonly inspect: (file: MessageFile, name: string, onProgress?: (done: number) => unknown) => Promise<Result<Inspected, EvidenceError>>;
  readonly readChat: (file: MessageFile) => Promise<Result<ParsedChat, EvidenceError>>;
  readonly readChatZip: (zip: Blob) => Promise<Result<ChatZip, EvidenceError>>;
  readonly takeFromZip: (zip: Blob, index: number) => Promise<Result<Blob | ArrayBuffer, EvidenceError>>;
  readonly readMail: (file: MessageFile) => Promise<Result<ParsedMail, EvidenceError>>;
}

/** For the worker's composition root to expose. */
export const evidenceReader: EvidenceReader = { inspect, readChat, readChatZip, takeFromZip, readMail };

/** What a file is, found by its content. Nothing here writes anything. */
export interface Inspected {
  /** SHA-256 of the exact bytes, 64 hex digits. */ readonly sha256: string;
  readonly size: number;
  /** Media type by content; `application/octet-stream` when not known. */ readonly type: string;
  /** The name's ending says something else than the content. */ readonly mismatch: boolean;
  /** Pixels, for pictures whose header tells. */ readonly width: number | null;
  readonly height: number | null;
}
export interface EvidenceError {
  readonly code: "file-empty" | "file-too-large" | "file-unreadable" | "file-type-unknown" | "message-unreadable" | "stopped";
}

/** One message of a chat export. `at` is the stamp as written; it has no zone and is not turned into an instant. */
export interface ChatMessage {
  readonly at: string;
  /** "" for system lines. */ readonly from: string;
  readonly text: string;
  readonly attachment: string | null;
}
export interface ParsedChat {
  readonly shape: "whatsapp-android" | "whatsapp-ios";
  readonly messages: readonly ChatMessage[];
  /** Lines before the first message, kept. */ readonly preamble: string;
}
/** A chat export that was packed together with what was sent in it. */
export interface ChatZip {
  /** Name of the text in the zip, without folders. */ readonly name: string;
  /** The text's exact bytes, as they lie in the zip. */ readonly bytes: ArrayBuffer;
  /** SHA-256 of them, 64 hex digits. */ readonly sha256: string;
  readonly text: string;
  readonly chat: ParsedChat;
  /** Everything else in it; `index`: its place in the zip's directory. */
  readonly others: readonly { readonly index: number; readonly name: string; readonly size: number }[];
}
export interface ParsedMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  /** Header lines as they came, unfolded not. */ readonly headers: string;
  /** Plain text part, or text extracted from HTML without rendering it. */ readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  /** The file itself carries something that is or may be a picture or a recording; then its bytes are media, though its text is not. */
  readonly holdsMedia: boolean;
}

import type { Command, DecideContext, EventDraft, Refusal } from "../case/commands.ts";
import type { LogEntry } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import type { Coverer } from "../evidence/cover/coverer.ts";
import type { Fingerprinter } from "../evidence/fingerprinter.ts";
import type { KeptReader } from "../evidence/kept.ts";
import type { OpenPages, PagesError, PdfSource } from "../evidence/pages/reader.ts";
import type { EvidenceReader } from "../evidence/reader.ts";
import type { ChatZip, EvidenceError, Inspected } from "../evidence/types.ts";
import type { Backups } from "../export/backup/types.ts";
import type { Exporter } from "../export/types.ts";
import type { MediaSource, OpenMedia } from "../lib/media.ts";
import type { Result } from "../lib/result.ts";
import type { Instant } from "../lib/time.ts";
import type { ShareOutcome } from "../lib/share-target.ts";
import type { Progress, StoredFile, Vault, VaultError } from "../vault/types.ts";
import type { Plan } from "../workflow/types.ts";

/** The pure heart: facts and what comes next. Loaded when a case is opened, so that the first screen stays small. */
export interface Core {
  readonly empty: CaseState;
  readonly decide: (state: CaseState, command: Command, context: DecideContext) => Result<readonly EventDraft[], Refusal>;
  /** Decodes and folds entries in their order; what cannot be read is counted in `unread`. */
  readonly fold: (state: CaseState, entries: readonly LogEntry[]) => CaseState;
  readonly plan: (state: CaseState, now: Instant) => Plan;
}

/** Something the browser lacks without which a case cannot be kept. */
export type MissingPart = "secure-context" | "webassembly" | "indexeddb" | "service-worker" | "workers" | "locks";

/** A version of the app, as the service worker names it. */
export interface AppBuild {
  readonly version: string;
  readonly hash: string;
}
export interface UpdateError {
  readonly code: "update-vault-open" | "update-other-window" | "update-not-offered" | "update-failed";
}

/** How this page can get onto the home screen: `ask` shows the browser's own question, `by-hand` needs the person (iPhone, iPad). */
export type InstallWay = "installed" | "ask" | "by-hand" | "unknown";

/** What asking for a passkey came to. `output`: 32 bytes that only it gives. `unfit`: it cannot give them; `cancelled`: refused, timed out, or none. */
export type PasskeyAnswer = { readonly is: "ready"; readonly output: Uint8Array<ArrayBuffer> } | { readonly is: "unfit" | "cancelled" };

/** The edges of the browser that screens may use. Implemented in `device/`, put together in `main.tsx`. */
export interface Device {
  /** Covers the page, wipes, and replaces it by `to` (https), or by a neutral page of our own where that would show an error. Never returns in practice. */
  readonly leave: (to: string) => void;
  /** Loads the page again, which empties its memory. */
  readonly reload: () => void;
  readonly copy: (text: string) => Promise<boolean>;
  readonly clearClipboard: () => Promise<boolean>;
  /** The browser's own file chooser; empty when cancelled. `accept` as in the HTML attribute. */
  readonly pickFiles: (accept: string, many: boolean) => Promise<readonly File[]>;
  /** Bytes that are decrypted for it come as a function, asked once the place is chosen; null: they could not be had. */
  readonly saveFile: (file: Blob | (() => Promise<ArrayBuffer | null>), name: string) => Promise<"saved" | "cancelled" | "failed">;
  /** A file of the person's choice to write a long result into; null where the browser has none, and a download has to do. Call it from a tap. */
  readonly chooseSaveFile: (name: string) => Promise<FileSystemFileHandle | "cancelled" | null>;
  readonly canShareFile: (file: Blob, name: string) => boolean;
  readonly shareFile: (file: Blob, name: string) => Promise<"shared" | "cancelled" | "failed">;
  /** Opens an address in a new tab without telling it where it came from. The screen asks first. */
  readonly openAddress: (url: string) => void;
  /** Opens a file to a player of this page, which then reads it by piece (1 MiB each but the last); null where that cannot be done safely. */
  readonly openMedia: (source: MediaSource) => OpenMedia | null;
  readonly print: () => void;
  /** Whether this browser knows passkeys at all; says nothing about whether there is one. */
  readonly hasPasskeys: () => boolean;
  /** Both show the phone's own question, so call them right after a tap. */
  readonly makePasskey: () => Promise<PasskeyAnswer>;
  readonly usePasskey: () => Promise<PasskeyAnswer>;
  readonly askToKeep: () => Promise<"kept" | "not-kept" | "unknown">;
  readonly isKept: () => Promise<"kept" | "not-kept" | "unknown">;
  /** Bytes; null: the browser does not say. */
  readonly storage: () => Promise<{ readonly used: number; readonly free: number } | null>;
  readonly installWay: () => InstallWay;
  /** Whether other apps can share into this one: not on iPhone and iPad. */
  readonly hasShareSheet: () => boolean;
  /** Shows the browser's question; true when it was accepted. */
  readonly install: () => Promise<boolean>;
  /** Whether the app is saved for use without internet. Resolves when it is known. */
  readonly offlineReady: () => Promise<boolean>;
}

type MediaCode = "media-under-18" | "media-age-unknown";

/** What waits in the inbox, as `EvidenceReader` reads files: it is opened in the worker, and only answers come out. */
export interface SharedReader {
  /** `part`: place of a file in the zip that waits; null: the item itself. */
  readonly inspect: (item: string, part: number | null, name: string) => Promise<Result<Inspected, EvidenceError | VaultError>>;
  /** `refuse`: what to answer where the text itself spells out a picture; null: pictures may come in. */
  readonly readChatZip: (
    item: string,
    refuse: MediaCode | null,
  ) => Promise<Result<ChatZip, EvidenceError | VaultError | { readonly code: MediaCode }>>;
  /** As `Vault.importShared`, of one file of a zip. */
  readonly importPart: (
    caseId: string,
    item: string,
    part: number,
    onProgress: (p: Progress) => unknown,
  ) => Promise<Result<StoredFile, EvidenceError | VaultError>>;
}

/** Opens a PDF in a worker of its own, which is ended with it and has neither keys nor network. */
export type PagesOpener = (source: PdfSource) => Promise<Result<OpenPages, PagesError>>;

/** Everything the app is given. Nothing here is reached for: clock, chance and storage come in. */
export interface AppDeps {
  /** Resolves to the vault once its worker may run; rejects when it cannot. Asked for at most once. */
  readonly vault: () => Promise<Vault>;
  readonly exporter: () => Promise<Exporter>;
  readonly backups: () => Promise<Backups>;
  /** Reads files in the worker; writes nothing. */
  readonly evidence: () => Promise<EvidenceReader>;
  /** Covers parts of kept pictures, in the worker. */
  readonly covering: () => Promise<Coverer<VaultError>>;
  /** Fingerprints files in the worker, which are not kept, and kept ones. */
  readonly fingerprints: () => Promise<Fingerprinter<VaultError>>;
  /** Reads files of the vault in the worker; only answers come out. */
  readonly kept: () => Promise<KeptReader<VaultError>>;
  readonly shared: () => Promise<SharedReader>;
  readonly pages: PagesOpener;
  /** What has just come of something that was shared; null: the app was opened in another way. */
  readonly arrival: ShareOutcome | null;
  /** False: surely no vault here, so Welcome can be shown before the worker has started. */
  readonly vaultLikely: () => Promise<boolean>;
  readonly loadCore: () => Promise<Core>;
  readonly missingParts: () => Promise<readonly MissingPart[]>;
  readonly device: Device;
  /** The device's clock. */
  readonly now: () => Instant;
  /** UTC offset in minutes east. */
  readonly offset: () => number;
  /** 32 hex digits, random. */
  readonly newId: () => string;
  /** Runs `job` after `ms` milliseconds; returns the way to cancel it. */
  readonly later: (ms: number, job: () => void) => () => void;
  /** The version that serves this page; undefined while no service worker does. */
  readonly currentBuild: () => Promise<AppBuild | undefined>;
  /** Takes the offered version and loads the page anew. Only while no vault is open. */
  readonly acceptUpdate: (hash: string) => Promise<Result<null, UpdateError>>;
}

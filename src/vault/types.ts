import type { Instant } from "../lib/time.ts";
import type { InboxOfVault } from "./inbox-types.ts";

/**
 * The vault as the page sees it (through Comlink): no key, no database handle, no Dexie type crosses this line.
 * Expected failures are values; each code has a sentence in every language.
 */
export interface VaultError {
  readonly code:
    | "vault-wrong-passphrase"
    | "vault-wrong-passkey"
    | "vault-missing"
    | "vault-exists"
    | "vault-locked"
    | "vault-taken"
    | "vault-damaged"
    | "vault-newer"
    | "vault-device-unfit"
    | "vault-full"
    | "vault-no-room"
    | "vault-lost"
    | "vault-too-large"
    | "vault-passphrase-short"
    | "vault-passphrase-used"
    | "vault-not-found"
    | "vault-last-way"
    | "vault-not-passphrase"
    | "vault-ways-full"
    | "vault-busy"
    | "vault-renewed"
    | "vault-cancelled"
    | "vault-other-case"
    | "vault-copies-differ"
    | "vault-nothing-new"
    | "vault-stopped";
  /** Row, entry or file it touches, in words of the format (never case data). */
  readonly where?: string;
}

/** Settings that the locked screen needs; the only clear row besides salt and parameters (allow-listed fields). */
export interface DeviceSettings {
  /** BCP 47. */ readonly language: string;
  /** Minutes idle until lock. */ readonly lockAfterMinutes: number;
  /** Seconds hidden until lock. */ readonly lockHiddenSeconds: number;
  /** https address of a neutral site. */ readonly leaveTo: string;
  readonly theme: "system" | "light" | "dark";
}

/** One of the up to eight ways to open a vault. */
export interface WayIn {
  /** Which slot of the header. */ readonly slot: number;
  readonly kind: "passphrase" | "recovery" | "passkey";
  /** The person's own words for it; "" when none. */ readonly name: string;
}

export interface VaultStatus {
  /** none: never made here · present · missing: one was expected and is gone. */
  readonly vault: "none" | "present" | "missing";
  /** After several wrong tries the next one takes longer, up to a minute. */ readonly isSlowed: boolean;
  readonly settings: DeviceSettings;
}

/** One decrypted entry. `body` null: erased, only the leaf remains. */
export interface StoredEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly offset: number;
  readonly kind: string;
  readonly body: unknown;
  /** The log that it stands in, where its case has several. `seq` then is its place among all of them. */ readonly log?: string;
  /** It came with another copy of the case, from after the two had parted. */ readonly brought?: true;
}

/** What tells an entry from all others. */
export interface KnownEntry {
  readonly at: Instant;
  /** An id that its body has as a field. */ readonly id: string;
}

/** Something in the store that does not verify. The rest stays usable. */
export interface Damage {
  readonly what: "segment" | "head" | "chunk" | "keyring" | "draft" | "secret" | "catalogue" | "orphan";
  readonly number: number;
  readonly why: "missing" | "altered" | "older" | "unexpected";
}

export interface LoadedCase {
  readonly caseId: string;
  /** Tree size; entries of damaged segments are absent from `entries`, so `entries.length` may be less. */
  readonly size: number;
  readonly entries: readonly StoredEntry[];
  readonly damage: readonly Damage[];
}

/** An event on its way in: same shape as case's EventDraft; the vault knows no event kinds. */
export interface EntryDraft {
  readonly kind: string;
  readonly body: unknown;
  readonly secrets: readonly { readonly field: string; readonly id: string; readonly text: string }[];
}

export interface StoredFile {
  readonly file: string;
  /** SHA-256 of the exact bytes, 64 hex digits. */ readonly sha256: string;
  readonly size: number;
}
export interface Progress {
  /** Bytes, or entries: done of total. */
  readonly done: number;
  readonly total: number;
}

export type Outcome<T> = Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: VaultError }>;

/** What the page may ask. Implemented in the vault worker; `vault/client.ts` hands out the Comlink proxy with this shape. */
export interface Vault extends InboxOfVault {
  readonly status: () => Promise<VaultStatus>;
  /** Clear row; allowed while locked. */
  readonly saveSettings: (settings: DeviceSettings) => Outcome<null>;
  /** Six (or `count`) words of the EFF large list, uniform. */
  readonly generateWords: (count: number) => Promise<readonly string[]>;
  /** Makes device row (if none), header and vault, calibrates Argon2id (about one second), opens it. */
  readonly create: (passphrase: string) => Outcome<{ readonly cases: readonly string[] }>;
  /** Makes another, empty vault in this browser, told apart only by what opens it. The open one stays open. `current`: any way in, asked again. */
  readonly createBeside: (current: string, passphrase: string) => Outcome<null>;
  readonly unlock: (passphrase: string) => Outcome<{ readonly cases: readonly string[] }>;
  /** With the 32 bytes that a passkey gave for this app (WebAuthn PRF). `vault-wrong-passkey`: it opens nothing here. */
  readonly unlockWithPasskey: (output: Uint8Array<ArrayBuffer>) => Outcome<{ readonly cases: readonly string[] }>;
  /** Ways to open this vault, in the order of their slots. */
  readonly waysIn: () => Outcome<readonly WayIn[]>;
  /**
   * Wraps the vault key anew under `next` and rewrites the header row; nothing else changes, so it takes as long for a large vault as for an empty
   * one. `current`: any way in, asked again. The passphrase that it replaces is the one typed, or the first one if `current` were recovery words.
   */
  readonly changePassphrase: (current: string, next: string) => Outcome<null>;
  /** Twelve words with 155 random bits. They open nothing until `addRecovery` is called with them. */
  readonly newRecoveryWords: () => Promise<readonly string[]>;
  readonly addRecovery: (current: string, words: readonly string[], name: string) => Outcome<readonly WayIn[]>;
  /** A passkey as a convenience beside the others: it never counts as the way that is left, and proves nothing where `current` is asked. */
  readonly addPasskey: (current: string, output: Uint8Array<ArrayBuffer>, name: string) => Outcome<readonly WayIn[]>;
  readonly renameWay: (slot: number, name: string) => Outcome<readonly WayIn[]>;
  /** The last one besides passkeys stays: `vault-last-way`. */
  readonly removeWay: (current: string, slot: number) => Outcome<readonly WayIn[]>;
  /**
   * Seals everything of this vault anew under a new key, into another database, and deletes the old one: only that ends old copies of what opened
   * it for certain. `next` is the only way in afterwards; null keeps the passphrase, which must then be what `current` is (`vault-not-passphrase`).
   * Else `current` is any typed way in, asked again. `next` may be the present passphrase, but not recovery words of this vault
   * (`vault-passphrase-used`). It needs as much room again as all that is kept. Answers `vault-cancelled` after `stopChanging`; the old one is then as it was, as with any failure. `old`: `blocked`
   * when another window still holds the old database, which is empty, and goes with it.
   */
  readonly changeEverything: (
    current: string,
    next: string | null,
    onProgress?: (p: Progress) => void,
  ) => Outcome<{ readonly old: "gone" | "blocked" }>;
  readonly stopChanging: () => Promise<void>;
  /** After `vault-taken`: this tab writes again, the other one no more. `vault-renewed`: the other one sealed everything anew. */
  readonly takeOver: () => Outcome<null>;
  /** Wipes the keys. The page then ends the worker and reloads. */
  readonly lock: () => Promise<void>;
  /** New empty log; returns its case id. */
  readonly createCase: () => Outcome<string>;
  /** Every row is the one that was written last, or is named in `damage`. */
  readonly loadCase: (caseId: string) => Outcome<LoadedCase>;
  /**
   * Works out every leaf and the root of the case that was just loaded, and answers what `loadCase` could not see: a mistake of our own. It takes
   * as long as the loading, so the case is shown first. Once per `loadCase`, which keeps what it read until then.
   */
  readonly verifyLoaded: (caseId: string) => Outcome<readonly Damage[]>;
  /**
   * Appends in one strict transaction; resolves only when durable. `expectedSize` is the tree size the caller folded:
   * a retry of the same write cannot double it, another writer's progress answers `vault-taken`.
   */
  readonly append: (
    caseId: string,
    expectedSize: number,
    drafts: readonly EntryDraft[],
    at: Instant,
    offset: number,
  ) => Outcome<readonly StoredEntry[]>;
  /**
   * Keeps `{seq, leaf}`, drops body and salt. `known`: what the page takes to stand there. Where something else does (numbers move when another copy
   * comes in) nothing is erased: `vault-taken`, `where: "entry"`.
   */
  readonly erase: (caseId: string, seq: number, known?: KnownEntry) => Outcome<null>;
  /** Every row of it, keys and all, in one transaction; other cases stay. */
  readonly eraseCase: (caseId: string) => Outcome<null>;
  /** Everything that this vault holds and what opens it; other vaults stay. The only one: as `eraseAll`. Locks. */
  readonly eraseVault: () => Outcome<null>;
  /** Everything in this browser, every vault: what opens them first, then all the rest. Locks. */
  readonly eraseAll: () => Outcome<null>;
  /**
   * Refused with `vault-no-room` where the browser says that it does not fit. Hash first, then chunks of 1 MiB, each encrypted; invisible until an
   * entry names the file. What answers `false` to the progress of a file of several chunks stops it, and nothing is left: `vault-cancelled`.
   */
  readonly importFile: (caseId: string, source: Blob | ArrayBuffer, onProgress?: (p: Progress) => unknown) => Outcome<StoredFile>;
  /** Forgets an import that no entry will name. */
  readonly dropFile: (caseId: string, file: string) => Outcome<null>;
  /**
   * Forgets the keys of files that entries go on to name, then their chunks; their digests stay in the log. Asked again, or of a file that is not
   * here, it does nothing: the log says first what is to be forgotten, so whoever opens the case can finish what broke off.
   */
  readonly forgetFiles: (caseId: string, files: readonly string[]) => Outcome<null>;
  /** Chunk `index` (0-based, 1 MiB each but the last). */
  readonly readChunk: (caseId: string, file: string, index: number) => Outcome<ArrayBuffer>;
  /** Whole file up to 64 MiB. */
  readonly readFile: (caseId: string, file: string) => Outcome<ArrayBuffer>;
  readonly readSecret: (caseId: string, id: string) => Outcome<string>;
  /** What is typed and not saved; "" removes it. */
  readonly saveDraft: (caseId: string, field: string, text: string) => Outcome<null>;
  readonly loadDrafts: (caseId: string) => Outcome<Readonly<Record<string, string>>>;
  /** Reads and verifies every row, entry and chunk. Progress is in bytes of files; what answers `false` to it stops the check: `vault-cancelled`. */
  readonly checkIntegrity: (
    caseId: string,
    onProgress?: (p: Progress) => unknown,
  ) => Outcome<{ readonly entries: number; readonly files: number; readonly damage: readonly Damage[] }>;
}

/** A log as proofs need it. */
export interface DisclosedLog {
  readonly logId: string;
  readonly size: number;
  /** RFC 6962 root over all leaves, 32 bytes. */ readonly root: Uint8Array;
  /** All leaf hashes in order. */ readonly leaves: () => readonly Uint8Array[];
}

/** What export may ask of an unlocked vault, inside the worker. Read only. */
export interface DisclosureSource extends DisclosedLog {
  /** Logs that the case has besides its own. */ readonly others: readonly DisclosedLog[];
  /** Where the `n`th entry of the case stands: its log, and its number there. */ readonly placeOf: (n: number) => {
    readonly log: string;
    readonly seq: number;
  };
  /** Exactly the hashed text and its salt; undefined when erased or damaged. By its number in the case. */
  readonly entry: (n: number) => { readonly salt: Uint8Array; readonly text: string } | undefined;
  /** Plaintext pieces of ≤ 1 MiB in order; throws `{code}` on damage. */
  readonly file: (file: string) => AsyncIterable<Uint8Array>;
  /** Ed25519 seed of the case, 32 bytes; the caller wipes its copy. */ readonly signingSeed: () => Uint8Array;
}

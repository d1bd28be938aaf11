import type { Command, Refusal } from "../case/commands.ts";
import type { FactId, Id } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import type { PartLocale, UiKey } from "../content/locales/index.ts";
import type { Coverer, CoverError } from "../evidence/cover/coverer.ts";
import type { Fingerprinter } from "../evidence/fingerprinter.ts";
import type { KeptReader } from "../evidence/kept.ts";
import type { EvidenceReader } from "../evidence/reader.ts";
import type { EvidenceError } from "../evidence/types.ts";
import type { Backups } from "../export/backup/types.ts";
import type { Exporter, ExportError } from "../export/types.ts";
import type { Result } from "../lib/result.ts";
import type { Instant } from "../lib/time.ts";
import type { Damage, DeviceSettings, Vault, VaultError } from "../vault/types.ts";
import type { Plan } from "../workflow/types.ts";
import type { AppBuild, Device, MissingPart, PagesOpener, SharedReader, UpdateError } from "./ports.ts";

export type { AppBuild, Device, MissingPart } from "./ports.ts";
export type { Backups, MadeBackup, OpenedBackup } from "../export/backup/types.ts";
export type { InboxState, SharedItem } from "../vault/inbox-types.ts";
export type { Damage, DeviceSettings, Vault, WayIn } from "../vault/types.ts";
export type { DrawnPage, OpenPages, PagesError } from "../evidence/pages/reader.ts";
export type { Fact, Told } from "../evidence/kept.ts";
export type { CheckResult, Exporter, OpenedBundle, ReportDocument, ReportSection, Sealed } from "../export/types.ts";

/** Every expected failure that can reach a screen. */
export type AppError = Refusal | VaultError | ExportError | EvidenceError | CoverError | UpdateError;

/** Where the person is. In memory only: the URL and the history never carry anything of the case. */
export interface Route {
  /** A name in `screens/names.ts`. */
  readonly screen: string;
  /** Opaque ids. */
  readonly params: Readonly<Record<string, string>>;
}

/** An open case, folded and planned. */
export interface Unlocked {
  readonly at: "unlocked";
  readonly caseId: string;
  readonly cases: readonly string[];
  /** Entries in the log, also those that cannot be read: what the next append expects. */
  readonly size: number;
  readonly state: CaseState;
  readonly plan: Plan;
  /** The instant of the plan; moves on about once a minute. */
  readonly now: Instant;
  readonly damage: readonly Damage[];
}

export type AppView =
  | { readonly at: "starting" }
  | { readonly at: "missing-parts"; readonly missing: readonly MissingPart[] }
  /** No vault here yet. */
  | { readonly at: "welcome" }
  | { readonly at: "locked" }
  | { readonly at: "vault-gone" }
  | Unlocked;

/** One message at a time, said in the status region of every screen. */
export interface Notice {
  readonly tone: "done" | "info" | "problem";
  readonly key: UiKey;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Answers given before there is a vault; kept in memory, saved with the first case. */
export type OpeningAnswers = { readonly [F in FactId]?: string | null };

export interface AppState {
  readonly view: AppView;
  readonly route: Route;
  /** Where Back leads, oldest first. */
  readonly trail: readonly Route[];
  readonly settings: DeviceSettings;
  readonly words: PartLocale;
  readonly notice: Notice | null;
  readonly opening: OpeningAnswers;
  /** Actions put off with "Not now", by `<step>|<subject>`; until the page is locked. */
  readonly postponed: readonly string[];
  /** The made-up case is open: nothing is kept. */
  readonly sample: boolean;
  /** Somebody else's sealed file is open, with a vault or without: it locks like one. */
  readonly bundleShown: boolean;
  /** What keeps the case stopped by itself; locked, and what was typed is still in memory. */
  readonly halted: boolean;
  /** A version that waits for the person's word. */
  readonly update: AppBuild | null;
}

/** What screens may read and do. There is one; `useApp()` gives it. */
export interface App {
  readonly state: () => AppState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => Promise<void>;

  /** Shows a screen. `replace`: Back skips the one that is left. */
  readonly go: (screen: string, params?: Readonly<Record<string, string>>, how?: "replace") => void;
  readonly back: () => void;
  /** "Not now": another thing comes next, until the page is locked. */
  readonly postpone: (action: string) => void;
  readonly say: (notice: Notice | null) => void;
  /** Turns a failure into the one message; true when there was none. */
  readonly tell: <T>(result: Result<T, AppError>) => result is { readonly ok: true; readonly value: T };

  /** Resolves when the events are durable and shown. One at a time, in order. Rejects on a bug only. `inCase`: refused in any other case. */
  readonly send: (command: Command, inCase?: string) => Promise<Result<null, AppError>>;
  /** `send`, with the failure turned into a message; true when it is saved. What screens use. */
  readonly act: (command: Command, inCase?: string) => Promise<boolean>;
  /** Several commands in order; stops at the first that fails. */
  readonly actAll: (commands: readonly Command[]) => Promise<boolean>;

  readonly answerOpening: (fact: FactId, value: string | null) => void;
  /** Makes the vault and its first case with the opening answers. */
  readonly create: (passphrase: string) => Promise<boolean>;
  readonly unlock: (passphrase: string) => Promise<boolean>;
  /** With what a passkey gave; see Device. */
  readonly unlockWithPasskey: (output: Uint8Array<ArrayBuffer>) => Promise<boolean>;
  /** A new vault with all of the backup that is open in the worker, entered at once. `files`: those that come along. */
  readonly restore: (
    passphrase: string,
    files: readonly string[],
    onProgress: (p: { readonly done: number; readonly total: number }) => void,
  ) => Promise<boolean>;
  readonly lock: () => Promise<void>;
  /** Said from outside: the vault worker is gone, keys and all. Locks without loading the page anew, so that no word typed is lost. */
  readonly workerStopped: () => void;
  readonly leave: () => void;
  readonly openCase: (caseId: string) => Promise<boolean>;
  readonly newCase: () => Promise<boolean>;
  /** Opens a made-up case in memory, to look around; closing it loads the page again. */
  readonly openSample: () => Promise<boolean>;
  /** From "what was stored is gone" to Welcome. */
  readonly startAgain: () => void;
  /** Said by the screen that shows a sealed file, when it opens one and when it has closed it. */
  readonly showBundle: (isShown: boolean) => void;
  readonly offerUpdate: (build: AppBuild) => void;
  readonly acceptUpdate: () => Promise<boolean>;
  readonly saveSettings: (change: Partial<DeviceSettings>) => Promise<boolean>;
  /** Loads the words of everything behind the first screens, before they are drawn. */
  readonly loadAllWords: () => Promise<void>;

  /** What was typed into a field and not saved; "" when nothing. */
  readonly draft: (field: string) => string;
  /** Kept encrypted a moment later, restored after unlocking; "" forgets it. */
  readonly keepDraft: (field: string, text: string) => void;
  /** Writes what is still pending. */
  readonly flushDrafts: () => Promise<void>;
  /** Plans again for the present time. */
  readonly tick: () => void;

  readonly now: () => Instant;
  /** UTC offset in minutes east. */
  readonly offset: () => number;
  readonly newId: () => Id;
  readonly vault: () => Promise<Vault>;
  readonly exporter: () => Promise<Exporter>;
  readonly backups: () => Promise<Backups>;
  readonly evidence: () => Promise<EvidenceReader>;
  readonly covering: () => Promise<Coverer<VaultError>>;
  readonly fingerprints: () => Promise<Fingerprinter<VaultError>>;
  /** Reads files of the vault in the worker; only answers come out. */
  readonly kept: () => Promise<KeptReader<VaultError>>;
  readonly shared: () => Promise<SharedReader>;
  readonly pages: PagesOpener;
  readonly device: Device;
  readonly currentBuild: () => Promise<AppBuild | undefined>;
}

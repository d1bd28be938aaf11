import { filesAllowedAfterLoss } from "../case/after-loss.ts";
import { decodeEntry } from "../case/decode.ts";
import type { LogEntry, RecipientKind } from "../case/events.ts";
import { emptyCase, fold } from "../case/fold.ts";
import { filesAllowed, linksMayLeave } from "../case/media.ts";
import type { CaseState } from "../case/state.ts";
import type { App } from "./types.ts";

/** What would be copied now, of every case that this passphrase opens. */
export interface PlannedBackup {
  readonly cases: readonly PlannedCase[];
  readonly entries: number;
  readonly files: number;
  /** Files that stay out, of all cases. */ readonly held: number;
  /** Entries that are damaged in the store and cannot be copied, of all cases. */ readonly lost: number;
  /** Who else may have all links of all cases; in a backup no link can be left out. */ readonly readers: readonly RecipientKind[];
}
/** Whoever has the six words; or one reader, by the address of their key. */
export type BackupReader = readonly string[] | { readonly address: string; readonly recipient: RecipientKind };
interface PlannedCase {
  readonly caseId: string;
  readonly size: number;
  /** Those that go along. */ readonly files: readonly string[];
  /** Files that stay out: an age keeps them here, or nobody can say what they show. */ readonly held: number;
}

/** A case as these entries tell it. */
export const stateOf = (entries: Parameters<typeof decodeEntry>[0][]): CaseState => fold(emptyCase, entries.map(decodeEntry));
/** Ids that entries have in the field `file`, whether or not this version knows their kind. */
const filesNamed = (entries: readonly LogEntry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ body }) =>
      typeof body === "object" && body !== null && "file" in body && typeof body.file === "string" ? [body.file] : [],
    ),
  );

/** Numbers of the first `size` entries that are not there. */
const missingFrom = (entries: readonly LogEntry[], size: number): readonly number[] => {
  const there = new Set(entries.map(({ seq }) => seq));
  return Array.from({ length: size }, (_, seq) => seq).filter((seq) => !there.has(seq));
};

/** What the age rules let go along, also where entries are lost. */
export const filesGoing = (entries: readonly LogEntry[], size: number): ReadonlySet<string> => {
  const lastLost = missingFrom(entries, size).at(-1);
  const reads = entries.map(decodeEntry);
  return lastLost === undefined ? filesAllowed(fold(emptyCase, reads)) : filesAllowedAfterLoss(reads, lastLost);
};

const everyKind = ["friend", "helpline", "lawyer", "police"] as const satisfies readonly RecipientKind[];

/** Who may have the links of a case: as when it is shared. A lost entry may have said an age, so with one no answer opens the way. */
const readersOf = (entries: readonly LogEntry[], size: number): readonly RecipientKind[] => {
  const state = stateOf([...entries]);
  const strict: CaseState = entries.length < size ? { ...state, facts: { ...state.facts, minorNow: "yes" } } : state;
  return everyKind.filter((kind) => linksMayLeave(strict, kind));
};

/** The age rules decide here, case by case, which files stay out; the worker refuses if anything was written since. */
export const planBackup = async (app: App): Promise<PlannedBackup | undefined> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return undefined;
  const vault = await app.vault();
  let plan: PlannedBackup = { cases: [], entries: 0, files: 0, held: 0, lost: 0, readers: everyKind };
  for (const caseId of view.cases) {
    const loaded = await vault.loadCase(caseId);
    if (!app.tell(loaded)) return undefined;
    const { size, entries } = loaded.value;
    const files = [...filesGoing(entries, size)];
    const going = new Set(files);
    const held = [...filesNamed(entries)].filter((file) => !going.has(file)).length;
    const readers = readersOf(entries, size);
    plan = {
      cases: [...plan.cases, { caseId, size, files, held }],
      entries: plan.entries + entries.length,
      lost: plan.lost + size - entries.length,
      files: plan.files + files.length,
      held: plan.held + held,
      readers: plan.readers.filter((kind) => readers.includes(kind)),
    };
  }
  // The vault keeps what it read last until this.
  void vault.verifyLoaded(view.cases.at(-1) ?? view.caseId);
  return plan;
};

/** The rule for links, by the kind of reader that the person named. */
export const mayHave = ({ readers }: PlannedBackup, reader: BackupReader): boolean =>
  !("address" in reader) || readers.includes(reader.recipient);

/** Whether a file went along that would stay out now: its age was answered, or it was erased; or the reader may not have the links any more. */
export const isOutdated = (plan: PlannedBackup, now: PlannedBackup, reader: BackupReader): boolean =>
  !mayHave(now, reader) ||
  plan.cases.some(({ caseId, files }) => {
    const allowed = new Set(now.cases.find((one) => one.caseId === caseId)?.files);
    return files.some((file) => !allowed.has(file));
  });

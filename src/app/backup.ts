import type { AgeVerdict } from "../case/ages.ts";
import { decodeEntry } from "../case/decode.ts";
import type { LogEntry } from "../case/events.ts";
import { decide } from "../case/decide.ts";
import { filesAllowed, filesSaidText } from "../case/media.ts";
import { saysOtherwise, strictAnswers } from "../case/stricter.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Backups } from "../export/backup/types.ts";
import { filesGoing, isOutdated, mayHave, planBackup, stateOf, type BackupReader, type PlannedBackup } from "./backup-plan.ts";
import { localDate } from "./local-date.ts";
import type { App, AppError, MadeBackup, OpenedBackup } from "./types.ts";

/** Empties the file that was chosen; false where that could not be done. */
const thrownAway = async (to: FileSystemFileHandle | null): Promise<boolean> => {
  try {
    await (await to?.createWritable())?.close();
    return true;
  } catch {
    return false;
  }
};

/** Whether a backup for this reader can be made at all, before anything is asked or written; else why not. */
export const checkReader = async (app: App, plan: PlannedBackup, reader: BackupReader): Promise<Result<null, AppError>> => {
  if (!mayHave(plan, reader)) return err({ code: "bundle-links-under-18" });
  return "address" in reader ? (await app.backups()).checkAddress(reader.address) : ok(null);
};

/**
 * Makes and checks the copy; undefined when it was stopped or failed, which has been said. What was answered or erased meanwhile counts: a copy of what
 * should stay out now is thrown away.
 */
export const makeBackup = async (
  app: App,
  plan: PlannedBackup,
  reader: BackupReader,
  to: FileSystemFileHandle | null,
  onProgress: (p: { readonly done: number; readonly total: number }) => void,
): Promise<MadeBackup | undefined> => {
  if (!app.tell(await checkReader(app, plan, reader))) return undefined;
  const made = app.now();
  const backups = await app.backups();
  const lock = "address" in reader ? { address: reader.address } : reader;
  const done = await backups.make({ cases: plan.cases, date: localDate(Date.parse(made)), made }, lock, to, onProgress);
  if (!done.ok && done.error.code === "stopped") return undefined;
  if (!app.tell(done)) return undefined;
  const now = await planBackup(app);
  if (now !== undefined && !isOutdated(plan, now, reader)) return done.value;
  const isGone = await thrownAway(to);
  app.say({ tone: "problem", key: isGone ? "error.backup-outdated" : "error.backup-outdated-kept" });
  return undefined;
};

/** Every case says that it was copied. Written once the file is where the person wanted it: before, nothing is safe yet. */
export const recordBackup = async (app: App, plan: PlannedBackup, made: MadeBackup, lock: BackupReader): Promise<boolean> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return false;
  const reader = "address" in lock ? lock.recipient : null;
  for (const { caseId, size, held } of plan.cases) {
    const files = made.cases.find((one) => one.caseId === caseId)?.files ?? 0;
    const command = { do: "record-backup", backup: made.backup, entries: size, files, leftOut: held, reader } as const;
    const saved = caseId === view.caseId ? await app.act(command, caseId) : app.tell(await recordElsewhere(app, caseId, command));
    if (!saved) return false;
  }
  return true;
};

/** In a case that is not the open one. */
const recordElsewhere = async (app: App, caseId: string, command: Parameters<typeof decide>[1]): Promise<Result<null, AppError>> => {
  const vault = await app.vault();
  const loaded = await vault.loadCase(caseId);
  if (!loaded.ok) return loaded;
  const now = app.now();
  const decided = decide(stateOf([...loaded.value.entries]), command, { now });
  // A case that was never begun has nothing to lose.
  if (!decided.ok) return decided.error.code === "case-not-open" ? ok(null) : err(decided.error);
  const saved = await vault.append(caseId, loaded.value.size, decided.value, now, app.offset());
  return saved.ok ? ok(null) : saved;
};

/** A backup that was opened and checked, with what the age rules say of its files. */
export interface ReadBackup extends OpenedBackup {
  /** Files that may come along. */ readonly files: readonly string[];
  /** Which of its cases is a copy of the open one; -1: none. */ readonly copy: number;
}

/** Of files that are said to be text: whether they are. */
const textsIn = async (
  backups: Backups,
  index: number,
  going: ReadonlySet<string>,
  said: ReadonlyMap<string, AgeVerdict>,
): Promise<ReadonlyMap<string, boolean>> => {
  const { bytesToBelieve, isDisguised } = await import("./disguised.ts");
  const found = new Map<string, boolean>();
  for (const [file, verdict] of said) {
    if (!going.has(file)) continue;
    const start = await backups.start(index, file, bytesToBelieve(verdict));
    found.set(file, start.ok && !isDisguised(start.value, verdict));
  }
  return found;
};

/** undefined: it was stopped or refused, which has been said. */
export const openBackup = async (
  app: App,
  file: Blob,
  typed: string,
  onProgress: (p: { readonly done: number; readonly total: number }) => void,
): Promise<ReadBackup | undefined> => {
  const backups = await app.backups();
  const opened = await backups.open(file, typed, onProgress);
  if (!opened.ok && opened.error.code === "stopped") return undefined;
  if (!app.tell(opened)) return undefined;
  const files: string[] = [];
  for (const [index, { entries: size }] of opened.value.cases.entries()) {
    const entries = await backups.entries(index);
    if (!app.tell(entries)) return undefined;
    const state = stateOf([...entries.value]);
    const going = filesGoing(entries.value, size);
    const isText = await textsIn(backups, index, going, filesSaidText(state));
    files.push(...[...going].filter((one) => isText.get(one) ?? true));
  }
  const { view, sample } = app.state();
  const copy = view.at === "unlocked" && !sample ? await backups.copyOf(view.caseId) : ok(-1);
  return { ...opened.value, files, copy: copy.ok ? copy.value : -1 };
};

/**
 * Brings the copy into the open case. Where the two sides ever answered differently about an age, the stricter answer of both is
 * written down with it, after everything else. True once all of it
 * is kept and shown.
 */
export const mergeBackup = async (
  app: App,
  backup: ReadBackup,
  onProgress: (p: { readonly done: number; readonly total: number }) => void,
): Promise<boolean> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return false;
  const [vault, backups] = await Promise.all([app.vault(), app.backups()]);
  const [own, theirs] = await Promise.all([vault.loadCase(view.caseId), backups.entries(backup.copy)]);
  if (!app.tell(own) || !app.tell(theirs)) return false;
  const [mine, other] = [own.value.entries, theirs.value];
  // Made up, since ids are made once: it could turn a file of ours into something else.
  const [ours, copied] = [mine.map(decodeEntry), other.map(decodeEntry)];
  if (saysOtherwise(ours, copied)) {
    app.tell(err({ code: "vault-copies-differ" }));
    return false;
  }
  const stamp = { at: app.now(), offset: app.offset() };
  const answers = strictAnswers(ours, copied);
  const said = answers.map((draft) => ({ ...draft, ...stamp, seq: 0 }));
  const numbered = (entries: readonly LogEntry[]): LogEntry[] => entries.map((entry, seq) => ({ ...entry, seq }));
  const both = [stateOf(numbered([...mine, ...other, ...said])), stateOf(numbered([...other, ...mine, ...said]))];
  const allowed = both.map(filesAllowed);
  const files = backup.files.filter((file) => allowed.every((all) => all.has(file)));
  const done = await backups.merge(view.caseId, backup.copy, files, view.state.unsaved, answers, stamp, onProgress);
  if (!done.ok && done.error.code === "stopped") return false;
  return app.tell(done) && (await app.openCase(view.caseId));
};

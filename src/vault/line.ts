import { fromUtf8 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { textOf } from "./entry.ts";
import { isId } from "./format.ts";
import { asFields, isCount, isText } from "./json-row.ts";
import { lineOf, type LineLog, type LogMark, type Place } from "./lineage.ts";
import { readCase, type ReadCase } from "./read-case.ts";
import type { Session } from "./session.ts";
import type { VaultError } from "./types.ts";

/** A case with every log that it has, its own first. */
export interface ReadLine {
  readonly logs: readonly [ReadCase, ...ReadCase[]];
  /** Its entries in one line; null where the own log is all there is. */
  readonly order: readonly Place[] | null;
}

/** Logs of a case besides its own. */
export const attachedTo = (session: Session, caseId: string): readonly string[] =>
  session.catalogue.attached.flatMap((one) => (one.caseId === caseId ? [one.log] : []));

/** What was last worked out for a case; its own log may have grown since. */
const known = new WeakMap<Session, Map<string, readonly Place[]>>();

/** Reads all logs of a case from the store. */
export const readLine = async (session: Session, caseId: string): Promise<Result<ReadLine, VaultError>> => {
  const own = await readCase(session, caseId);
  if (!own.ok) return own;
  const others: ReadCase[] = [];
  for (const log of attachedTo(session, caseId)) {
    const read = await readCase(session, log);
    if (!read.ok) return read;
    others.push(read.value);
  }
  const logs = [own.value, ...others] as const;
  if (others.length === 0) return ok({ logs, order: null });
  const order = lineOf(caseId, new Map(logs.map((read) => [read.state.caseId, lineLog(read)])));
  const lines = known.get(session) ?? new Map<string, readonly Place[]>();
  known.set(session, lines.set(caseId, order));
  return ok({ logs, order });
};

/** null: the case has one log. Entries that were appended since it was worked out stand behind it. */
const orderOf = async (session: Session, caseId: string): Promise<Result<readonly Place[] | null, VaultError>> => {
  if (attachedTo(session, caseId).length === 0) return ok(null);
  const order = known.get(session)?.get(caseId);
  if (order !== undefined) return ok(order);
  const read = await readLine(session, caseId);
  return read.ok ? ok(read.value.order) : read;
};

/** Where the `n`th entry of a case lies. */
export const placeOf = async (session: Session, caseId: string, n: number): Promise<Result<Place, VaultError>> => {
  const order = await orderOf(session, caseId);
  return order.ok ? ok(order.value?.[n] ?? { log: caseId, seq: n - othersIn(order.value, caseId) }) : order;
};

/** How many entries of other logs stand before whatever comes next: the numbers of a case and of its own log differ by so many. */
export const entriesBefore = async (session: Session, caseId: string): Promise<Result<number, VaultError>> => {
  const order = await orderOf(session, caseId);
  return order.ok ? ok(othersIn(order.value, caseId)) : order;
};

const othersIn = (order: readonly Place[] | null, caseId: string): number =>
  order?.reduce((sum, { log }) => sum + (log === caseId ? 0 : 1), 0) ?? 0;

/** The first log, its own in front, in which the job finds what it wants; else why the first one could not tell. */
export const inAnyLog = async <T>(
  session: Session,
  caseId: string,
  job: (log: string) => Promise<Result<T, VaultError>>,
): Promise<Result<T, VaultError>> => {
  let failed: Result<T, VaultError> | undefined;
  for (const log of [caseId, ...attachedTo(session, caseId)]) {
    const done = await job(log);
    if (done.ok) return done;
    if (failed === undefined || (!failed.ok && failed.error.code === "vault-not-found")) failed = done;
  }
  return failed ?? err({ code: "vault-not-found" });
};

export const lineLog = ({ state, segments }: ReadCase): LineLog => {
  const times = new Map<number, number>();
  const marks: LogMark[] = [];
  for (const { ref, segment } of segments)
    for (const [i, entry] of (segment?.entries ?? []).entries()) {
      const seq = ref.first + i;
      const text = entry.state === "live" ? fromUtf8(textOf(entry.hashed)) : undefined;
      const fields = text === undefined ? undefined : asFields(JSON.parse(text));
      const at = isText(fields?.["at"]) ? Date.parse(fields["at"]) : NaN;
      if (!Number.isNaN(at)) times.set(seq, at);
      const mark = markIn(fields?.["body"]);
      if (mark !== undefined) marks.push({ seq, ...mark });
    }
  return { log: state.caseId, size: state.head.tree.size, at: (seq) => times.get(seq), marks };
};

/** A body whose field `parent` names a log, by the convention that `file` names a file. */
export const markIn = (body: unknown): { readonly log: string; readonly size: number; readonly root: string } | undefined => {
  const { log, size, root } = asFields(asFields(body)?.["parent"]) ?? {};
  return isId(log) && isCount(size) && isText(root) ? { log, size, root } : undefined;
};

/** After another log came to a case: its line is another. */
export const forgetLine = (session: Session, caseId: string): void => void known.get(session)?.delete(caseId);

import { err, ok, type Result } from "../lib/result.ts";
import { utf8 } from "../lib/bytes.ts";
import { entryBytes } from "./format.ts";
import { asFields, isText, openJson, sealJson } from "./json-row.ts";
import { rowName, versionOf, type RowId } from "./rows.ts";
import { commit, nextRevision, type CaseState, type Session } from "./session.ts";
import type { Damage, VaultError } from "./types.ts";

export const draftId = (caseId: string): RowId => ({ kind: "draft", owner: caseId, number: 0, first: 0 });

/** What is typed and not saved, by field; or why it cannot be had. */
export const readDrafts = async (
  session: Session,
  state: CaseState,
): Promise<Readonly<Record<string, string>> | Damage["why"] | "newer"> => {
  if (state.head.draft === null) return {};
  const [stored] = await session.database.rows([rowName(session, draftId(state.caseId))]);
  const row = openJson(session, draftId(state.caseId), stored);
  if (typeof row === "string") return row;
  if (stored !== undefined && versionOf(stored) !== state.head.draft) return "older";
  const fields = Object.entries(asFields(row["fields"]) ?? {});
  return Object.fromEntries(fields.flatMap(([field, text]) => (isText(text) ? [[field, text]] : [])));
};

/** `""` removes the field; with the last one the row goes. An unreadable row is replaced: its text is lost either way. */
export const writeDraft = async (session: Session, state: CaseState, field: string, text: string): Promise<Result<null, VaultError>> => {
  const read = await readDrafts(session, state);
  if (read === "newer") return err({ code: "vault-newer", where: "draft" });
  const fields = new Map(Object.entries(typeof read === "string" ? {} : read));
  if (text === "") fields.delete(field);
  else fields.set(field, text);
  const all = { fields: Object.fromEntries(fields) };
  if (utf8(JSON.stringify(all)).length > entryBytes) return err({ code: "vault-too-large", where: "draft" });
  const id = draftId(state.caseId);
  const row = sealJson(session, id, { ...all, revision: nextRevision(state) });
  const done = await commit(
    session,
    state,
    fields.size === 0 ? { head: { draft: null }, remove: [id] } : { head: { draft: versionOf(row) }, put: [[id, row]] },
  );
  return done.ok ? ok(null) : done;
};

import { base64, unbase64 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { NewSecret } from "./entry.ts";
import { isCount, isText, openJson, sealJson } from "./json-row.ts";
import { rowName, type RowBox, type RowId } from "./rows.ts";
import type { CaseState, Session } from "./session.ts";
import type { VaultError } from "./types.ts";

export const secretId = (caseId: string, number: number): RowId => ({ kind: "secret", owner: caseId, number, first: 0 });

/** A private record: what an entry only commits to. Written once, with its entry. */
export const sealSecret = (box: RowBox, caseId: string, number: number, { id, seq, salt, text }: NewSecret): Uint8Array<ArrayBuffer> =>
  sealJson(box, secretId(caseId, number), { id, seq, salt: base64(salt), text });

export const openSecret = (
  box: RowBox,
  caseId: string,
  number: number,
  stored: Uint8Array | undefined,
): NewSecret | "missing" | "altered" | "newer" => {
  const fields = openJson(box, secretId(caseId, number), stored);
  if (typeof fields === "string") return fields;
  const { id, seq, text } = fields;
  const salt = isText(fields["salt"]) ? unbase64(fields["salt"]) : undefined;
  return isText(id) && isCount(seq) && isText(text) && salt !== undefined ? { id, seq, salt, text } : "altered";
};

/** The private record with this id, newest first if an id was used twice. */
export const readSecretRecord = async (session: Session, state: CaseState, id: string): Promise<Result<NewSecret, VaultError>> => {
  const row = state.head.secrets.findLast((secret) => secret.id === id);
  if (row === undefined) return err({ code: "vault-not-found", where: "secret" });
  const [stored] = await session.database.rows([rowName(session, secretId(state.caseId, row.number))]);
  const record = openSecret(session, state.caseId, row.number, stored);
  if (record === "newer") return err({ code: "vault-newer", where: "secret" });
  return typeof record === "string" ? err({ code: "vault-damaged", where: `secret ${String(row.number)}` }) : ok(record);
};

import { fromUtf8 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { leafOf, textOf, type Entry } from "./entry.ts";
import { forgetFiles } from "./files.ts";
import { asFields } from "./json-row.ts";
import { chunkCount } from "./keyring.ts";
import { isNamed } from "./named-files.ts";
import { readCase } from "./read-case.ts";
import { ringsOf } from "./rings.ts";
import { sealRow, versionOf } from "./rows.ts";
import { secretId } from "./secrets.ts";
import { encodeSegment, segmentId, type Segment } from "./segment.ts";
import { nextRevision, type Session } from "./session.ts";
import type { KnownEntry, VaultError } from "./types.ts";

/**
 * Keeps the entry's place and leaf, drops its body and salt and its private records, and with them the key of each file that no other entry
 * names; then that file's chunks. Erasing twice is erasing once. Nothing is erased where `known` does not stand.
 */
export const erase = async (session: Session, caseId: string, seq: number, known?: KnownEntry): Promise<Result<null, VaultError>> => {
  const read = await readCase(session, caseId);
  if (!read.ok) return read;
  const { state, segments } = read.value;
  if (!Number.isInteger(seq) || seq < 0 || seq >= state.head.tree.size) return err({ code: "vault-not-found", where: "entry" });
  const number = segments.findLastIndex(({ ref }) => ref.first <= seq);
  const holder = segments[number];
  if (holder?.segment === undefined) return err({ code: "vault-damaged", where: `segment ${String(number)}` });
  const at = seq - holder.ref.first;
  const entry = holder.segment.entries[at];
  if (entry === undefined) return err({ code: "vault-damaged", where: `segment ${String(number)}` });
  if (known !== undefined && !isKnown(entry, known)) return err({ code: "vault-taken", where: "entry" });
  if (entry.state === "erased") return ok(null);

  const erased: Segment = {
    revision: nextRevision(state),
    entries: holder.segment.entries.with(at, { state: "erased", leaf: leafOf(entry) }),
  };
  const id = segmentId(caseId, number, holder.ref.first);
  const row = sealRow(session, id, encodeSegment(erased));
  const secrets = state.head.secrets.filter((secret) => secret.seq === seq);

  const rings = await ringsOf(session, state);
  if (!rings.ok) return rings;
  const text = fromUtf8(textOf(entry.hashed)) ?? "";
  const orphaned = rings.value
    .flatMap((ring) => (typeof ring === "string" ? [] : ring.keys))
    .filter(({ file }) => text.includes(file) && !isNamed(segments, file, seq));
  const files = orphaned.map(({ file, size }) => ({ caseId, file, chunks: chunkCount(size) }));
  return forgetFiles(session, state, files, {
    head: {
      segments: state.head.segments.with(number, { first: holder.ref.first, version: versionOf(row) }),
      secrets: state.head.secrets.filter((secret) => secret.seq !== seq),
    },
    put: [[id, row]],
    remove: secrets.map((secret) => secretId(caseId, secret.number)),
    ...(number === segments.length - 1 ? { tail: erased } : {}),
  });
};

const isKnown = (entry: Entry, { at, id }: KnownEntry): boolean => {
  const fields = entry.state === "live" ? asFields(JSON.parse(fromUtf8(textOf(entry.hashed)) ?? "null")) : undefined;
  return fields?.["at"] === at && Object.values(asFields(fields["body"]) ?? {}).includes(id);
};

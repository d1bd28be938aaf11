import { fromUtf8, utf8 } from "../lib/bytes.ts";
import { asFields, isCount, type Fields } from "./fields.ts";
import { formatVersion } from "./format.ts";
import { openRow, sealRow, type RowBox, type RowId } from "./rows.ts";

export { asFields, isCount, isText, listOf, type Fields } from "./fields.ts";

/** Seals `fields` with the format's version beside them. */
export const sealJson = (box: RowBox, id: RowId, fields: Fields): Uint8Array<ArrayBuffer> =>
  sealRow(box, id, utf8(JSON.stringify({ ...fields, v: formatVersion })));

/** The fields, or why there are none. A version that nobody has written yet is not guessed at. */
export const openJson = (box: RowBox, id: RowId, sealed: Uint8Array | undefined): Fields | "missing" | "altered" | "newer" => {
  if (sealed === undefined) return "missing";
  const content = openRow(box, id, sealed);
  const text = content === undefined ? undefined : fromUtf8(content);
  if (text === undefined) return "altered";
  const fields = asFields(JSON.parse(text));
  if (fields === undefined) return "altered";
  return fields["v"] === formatVersion ? fields : "newer";
};

/** Revision of the head that a keyring or draft row was written with; -1 when it cannot be read. */
export const revisionOf = (box: RowBox, id: RowId, sealed: Uint8Array | undefined): number => {
  const fields = openJson(box, id, sealed);
  const revision = typeof fields === "string" ? undefined : fields["revision"];
  return isCount(revision) ? revision : -1;
};

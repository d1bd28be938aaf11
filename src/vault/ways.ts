import { err, ok, type Result } from "../lib/result.ts";
import { noOwner, slotCount, wayNameLength } from "./format.ts";
import { headerMark, kindOf, slotKinds } from "./header.ts";
import { isCount, isText, listOf, openJson, sealJson } from "./json-row.ts";
import { rowName, type RowBox, type RowId } from "./rows.ts";
import type { Session } from "./session.ts";
import type { VaultError, WayIn } from "./types.ts";

export const waysId: RowId = { kind: "ways", owner: noOwner, number: 0, first: 0 };

/**
 * The list of a vault's ways in, sealed: from outside nobody can tell which slots are in use. Written together with the header, and names the very
 * writing of it: a header or a list that was put back as it was on an earlier day does not fit the other.
 */
export const waysRow = (box: RowBox, header: Uint8Array, ways: readonly WayIn[]): readonly [string, Uint8Array<ArrayBuffer>] => [
  rowName(box, waysId),
  sealJson(box, waysId, { header: headerMark(header), ways: ways.map(({ slot, kind, name }) => [slot, slotKinds[kind], name]) }),
];

/** The header of the open vault as it lies there. Throws Refused. */
export const headerOf = async ({ database, headerKey }: Session): Promise<Uint8Array> =>
  (await database.headers()).find(({ key }) => key === headerKey)?.bytes ?? new Uint8Array();

/** In the order of their slots. Without the list no slot can be given away or emptied: it may be somebody's way in. */
export const readWays = async (session: Session): Promise<Result<readonly WayIn[], VaultError>> => {
  const [stored] = await session.database.rows([rowName(session, waysId)]);
  const fields = openJson(session, waysId, stored);
  if (fields === "newer") return err({ code: "vault-newer", where: "ways" });
  const isOfHeader = typeof fields !== "string" && fields["header"] === headerMark(await headerOf(session));
  const ways = isOfHeader ? listOf(fields["ways"], decodeWay) : undefined;
  return ways === undefined ? err({ code: "vault-damaged", where: "ways" }) : ok(ways);
};

const decodeWay = (value: unknown): WayIn | undefined => {
  const [slot, number, name]: readonly unknown[] = Array.isArray(value) ? value : [];
  const kind = kindOf(number);
  return isCount(slot) && slot < slotCount && kind !== undefined && isText(name) ? { slot, kind, name } : undefined;
};

/** The first slot that no way in uses. */
export const freeSlot = (ways: readonly WayIn[]): number | undefined =>
  Array.from({ length: slotCount }, (_, slot) => slot).find((slot) => ways.every((way) => way.slot !== slot));

export const isWayName = (name: string): boolean => name.length <= wayNameLength;

export const sorted = (ways: readonly WayIn[]): readonly WayIn[] => ways.toSorted((a, b) => a.slot - b.slot);

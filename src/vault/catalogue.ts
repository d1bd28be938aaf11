import { catalogueCopies, isId, noOwner } from "./format.ts";
import { asFields, isCount, listOf, openJson, sealJson } from "./json-row.ts";
import type { RowBox, RowId } from "./rows.ts";
import type { Damage } from "./types.ts";

/** A file whose chunks may lie in the store although no entry names it (an import under way, or an erasing): what a killed tab leaves. */
export interface Intent {
  readonly caseId: string;
  readonly file: string;
  readonly chunks: number;
}
/** A log that a case has besides its own: the history that it was restored from, or a copy that was brought in. Nothing is appended to it. */
export interface Attached {
  readonly caseId: string;
  readonly log: string;
}
/** What a vault holds. `revision` grows with each writing. */
export interface Catalogue {
  readonly revision: number;
  readonly cases: readonly string[];
  readonly intents: readonly Intent[];
  readonly attached: readonly Attached[];
  /** The vault has a row for what is shared (inbox-row.ts): so one that is gone can be told from one that never was. */ readonly inbox: boolean;
}
export const emptyCatalogue: Catalogue = { revision: 0, cases: [], intents: [], attached: [], inbox: false };

export const catalogueId = (copy: number): RowId => ({ kind: "catalogue", owner: noOwner, number: copy, first: 0 });
export const catalogueIds: readonly RowId[] = Array.from({ length: catalogueCopies }, (_, copy) => catalogueId(copy));

export const sealCatalogue = (box: RowBox, copy: number, catalogue: Catalogue): Uint8Array<ArrayBuffer> =>
  sealJson(box, catalogueId(copy), { ...catalogue });

/** The newest readable copy, and what is wrong with the others; undefined when none can be read. */
export const readCatalogue = (
  box: RowBox,
  stored: readonly (Uint8Array | undefined)[],
): { readonly catalogue: Catalogue; readonly damage: readonly Damage[] } | "newer" | undefined => {
  const copies = stored.map((row, copy) => {
    const fields = openJson(box, catalogueId(copy), row);
    return typeof fields === "string" ? fields : (decode(fields) ?? "altered");
  });
  if (copies.includes("newer")) return "newer";
  const readable = copies.filter((copy) => typeof copy !== "string");
  const [first, ...rest] = readable;
  if (first === undefined) return undefined;
  const catalogue = rest.reduce((best, copy) => (copy.revision > best.revision ? copy : best), first);
  const damage = copies.flatMap((copy, number): readonly Damage[] => {
    const why =
      typeof copy === "string" ? (copy === "missing" ? "missing" : "altered") : copy.revision < catalogue.revision ? "older" : undefined;
    return why === undefined ? [] : [{ what: "catalogue", number, why }];
  });
  return { catalogue, damage };
};

const decode = ({ revision, cases, intents, attached = [], inbox = false }: Readonly<Record<string, unknown>>): Catalogue | undefined => {
  const caseList = listOf(cases, (id) => (isId(id) ? id : undefined));
  const intentList = listOf(intents, decodeIntent);
  const attachedList = listOf(attached, decodeAttached);
  return isCount(revision) && caseList !== undefined && intentList !== undefined && attachedList !== undefined && typeof inbox === "boolean"
    ? { revision, cases: caseList, intents: intentList, attached: attachedList, inbox }
    : undefined;
};

const decodeIntent = (value: unknown): Intent | undefined => {
  const { caseId, file, chunks } = asFields(value) ?? {};
  return isId(caseId) && isId(file) && isCount(chunks) ? { caseId, file, chunks } : undefined;
};

const decodeAttached = (value: unknown): Attached | undefined => {
  const { caseId, log } = asFields(value) ?? {};
  return isId(caseId) && isId(log) ? { caseId, log } : undefined;
};

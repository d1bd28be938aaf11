import { sameBytes } from "../lib/bytes.ts";
import type { Change, Tables } from "./database.ts";
import { asFields, isCount, isText } from "./json-row.ts";
import { Refused } from "./store-errors.ts";

/** Notes of the rows of a vault that is not there yet, beside the clear row: `restoring`, and their names in parts. */
const restoringKey = "restoring";
const namesKey = (part: number): string => `restoring ${String(part)}`;

/** Removes the rows that were noted, then the notes. */
export const removeLeft = async (t: Tables): Promise<void> => {
  const { parts } = restoringIn(await t.device.get(restoringKey)) ?? { parts: -1 };
  // Whoever still goes on with it is refused from here on.
  if (parts >= 0) await t.device.put({ token: "", parts }, restoringKey);
  for (let part = 0; part < parts; part++) {
    const names: unknown = await t.device.get(namesKey(part));
    if (Array.isArray(names)) await t.rows.bulkDelete(names.filter((name) => typeof name === "string"));
    await t.device.delete(namesKey(part));
  }
  await t.device.delete(restoringKey);
};

const restoringIn = (value: unknown): { readonly token: string; readonly parts: number } | undefined => {
  const { token, parts } = asFields(value) ?? {};
  return isText(token) && isCount(parts) ? { token, parts } : undefined;
};

/** True when a first try of the end had been written after all. */
export const isRestored = async (t: Tables, change: Change, { token, step }: NonNullable<Change["restoring"]>): Promise<boolean> => {
  const state = restoringIn(await t.device.get(restoringKey));
  const parts = state?.parts ?? 0;
  if (step === "end" && state === undefined) {
    const header = change.addHeader;
    const headers = header === undefined ? [] : await t.headers.toArray();
    if (header !== undefined && headers.some((stored) => sameBytes(new Uint8Array(stored), header))) return true;
  }
  const isOurs = state === undefined ? step === "begin" : state.token === token;
  if (!isOurs) throw new Refused({ code: "vault-taken", where: "restoring" });
  if (step === "end") {
    await t.device.bulkDelete([restoringKey, ...Array.from({ length: parts }, (_, part) => namesKey(part))]);
    return false;
  }
  await t.device.put({ token, parts: parts + 1 }, restoringKey);
  await t.device.put(
    (change.put ?? []).map(([name]) => name),
    namesKey(parts),
  );
  return false;
};

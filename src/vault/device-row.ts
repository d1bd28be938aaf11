import { argonSaltBytes, inArgonBounds } from "../crypto/kdf.ts";
import { sameBytes } from "../lib/bytes.ts";
import { formatVersion } from "./format.ts";
import type { KdfRecord } from "./header.ts";
import { asFields, isCount, isText } from "./json-row.ts";
import type { DeviceSettings } from "./types.ts";

/** The one clear row. Only the fields named here are ever written or read. */
export interface DeviceRow {
  readonly settings: DeviceSettings;
  /** `null` until a vault is made. */ readonly kdf: KdfRecord | null;
}

export const defaultSettings: DeviceSettings = {
  language: "en",
  lockAfterMinutes: 5,
  lockHiddenSeconds: 30,
  leaveTo: "https://www.wikipedia.org/",
  theme: "system",
};

export const deviceRow = ({ settings, kdf }: DeviceRow): object => ({
  format: formatVersion,
  ...allowedSettings(settings),
  salt: kdf === null ? null : kdf.salt.slice(),
  ops: kdf === null ? 0 : kdf.params.ops,
  mebibytes: kdf === null ? 0 : kdf.params.mebibytes,
});

/** Settings are forgiven field by field; a format or parameters that this version does not allow are not. */
export const readDeviceRow = (stored: unknown): DeviceRow | "missing" | "newer" | "altered" => {
  if (stored === undefined) return "missing";
  const fields = asFields(stored);
  if (fields === undefined) return "altered";
  if (fields["format"] !== formatVersion) return isCount(fields["format"]) ? "newer" : "altered";
  const settings = allowedSettings(fields);
  if (fields["salt"] === null) return { settings, kdf: null };
  const kdf = kdfOf(fields["salt"], fields["ops"], fields["mebibytes"]);
  return kdf === undefined ? "altered" : { settings, kdf };
};

const kdfOf = (salt: unknown, ops: unknown, mebibytes: unknown): KdfRecord | undefined => {
  if (!(salt instanceof Uint8Array) || !isCount(ops) || !isCount(mebibytes)) return undefined;
  const record: KdfRecord = { salt, params: { ops, mebibytes } };
  return isKdfRecord(record) ? record : undefined;
};

/** Within bounds: whoever could write the row must not make guessing cheap or the phone run out of memory. */
export const isKdfRecord = ({ salt, params }: KdfRecord): boolean => salt.length === argonSaltBytes && inArgonBounds(params);

export const sameKdf = (a: KdfRecord, b: KdfRecord): boolean =>
  sameBytes(a.salt, b.salt) && a.params.ops === b.params.ops && a.params.mebibytes === b.params.mebibytes;

const allowedSettings = (from: Readonly<Record<string, unknown>> | DeviceSettings): DeviceSettings => {
  const { language, lockAfterMinutes, lockHiddenSeconds, leaveTo, theme }: Readonly<Record<string, unknown>> = { ...from };
  return {
    language: isText(language) && /^[A-Za-z0-9-]{1,35}$/u.test(language) ? language : defaultSettings.language,
    lockAfterMinutes:
      isCount(lockAfterMinutes) && lockAfterMinutes >= 1 && lockAfterMinutes <= 1_440 ? lockAfterMinutes : defaultSettings.lockAfterMinutes,
    lockHiddenSeconds: isCount(lockHiddenSeconds) && lockHiddenSeconds <= 86_400 ? lockHiddenSeconds : defaultSettings.lockHiddenSeconds,
    leaveTo: isText(leaveTo) && leaveTo.length <= 500 && /^https:\/\/[^/\s]/u.test(leaveTo) ? leaveTo : defaultSettings.leaveTo,
    theme: theme === "light" || theme === "dark" || theme === "system" ? theme : defaultSettings.theme,
  };
};

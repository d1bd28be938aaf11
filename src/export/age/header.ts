import { hkdfSha256 } from "../../crypto/hkdf.ts";
import { hmacSha256, sameTag } from "../../crypto/hmac.ts";
import { concat, utf8 } from "../../lib/bytes.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { rawBase64, unRawBase64 } from "./base64.ts";
import type { AgeError } from "./errors.ts";

/** The header of an age v1 file, strictly as C2SP age.md has it: one spelling for each header, so that re-encoding gives the same bytes. */
export interface Stanza {
  readonly args: readonly [type: string, ...rest: string[]];
  readonly body: Uint8Array;
}
export interface Header {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** What the MAC covers: all up to and including `---`. */ readonly covered: Uint8Array;
  /** Bytes up to the payload's nonce. */ readonly length: number;
}

const versionLine = "age-encryption.org/v1";
const armorLine = "-----BEGIN AGE ENCRYPTED FILE-----";
/** Longer headers are refused unread: a passphrase header has 150 bytes, and one X25519 recipient adds 100. */
export const maxHeaderBytes = 65_536;

export const serializeHeader = (stanzas: readonly Stanza[], fileKey: Uint8Array): Uint8Array<ArrayBuffer> => {
  const covered = utf8(`${versionLine}\n${stanzas.map(stanzaText).join("")}---`);
  return concat(covered, utf8(` ${rawBase64(headerMac(fileKey, covered))}\n`));
};

const stanzaText = ({ args, body }: Stanza): string => {
  const text = rawBase64(body);
  // A body whose last line is full is followed by an empty line: that is how its end is told.
  const lines = Array.from({ length: Math.floor(text.length / 64) + 1 }, (_, i) => text.slice(64 * i, 64 * i + 64));
  return `-> ${args.join(" ")}\n${lines.join("\n")}\n`;
};

const headerMac = (fileKey: Uint8Array, covered: Uint8Array): Uint8Array =>
  hmacSha256(hkdfSha256(fileKey, new Uint8Array(0), utf8("header"), 32), covered);

export const macFits = (header: Header, fileKey: Uint8Array): boolean => sameTag(headerMac(fileKey, header.covered), header.mac);

/** `start`: the first bytes of the file, at least `maxHeaderBytes` of them or all. */
export const parseHeader = (start: Uint8Array): Result<Header, AgeError> => {
  // One character for each byte, so that positions in the text are positions in the file.
  const text = new TextDecoder("latin1").decode(start.subarray(0, maxHeaderBytes));
  const first = text.split("\n", 1)[0] ?? "";
  if (first !== versionLine || !text.startsWith(`${versionLine}\n`)) return err({ code: whyNotAge(text, first) });
  const stanzas: Stanza[] = [];
  let at = versionLine.length + 1;
  const ranOut = (): Result<Header, AgeError> =>
    err({ code: start.length >= maxHeaderBytes ? "age-header-too-long" : "age-header-cut-off" });
  for (;;) {
    const line = lineAt(text, at);
    if (line === undefined) return ranOut();
    if (line.startsWith("---")) {
      const mac = /^--- [A-Za-z0-9+/]{43}$/u.test(line) ? unRawBase64(line.slice(4)) : undefined;
      if (mac === undefined || stanzas.length === 0) return err({ code: "age-header-malformed" });
      return ok({ stanzas, mac, covered: start.slice(0, at + 3), length: at + line.length + 1 });
    }
    const [arrow, type, ...rest] = line.split(" ");
    if (arrow !== "->" || type === undefined || ![type, ...rest].every(isArgument)) return err({ code: "age-header-malformed" });
    at += line.length + 1;
    let encoded = "";
    for (;;) {
      const bodyLine = lineAt(text, at);
      if (bodyLine === undefined) return ranOut();
      if (bodyLine.length > 64) return err({ code: "age-header-malformed" });
      at += bodyLine.length + 1;
      encoded += bodyLine;
      if (bodyLine.length < 64) break;
    }
    const body = unRawBase64(encoded);
    if (body === undefined) return err({ code: "age-header-malformed" });
    stanzas.push({ args: [type, ...rest], body });
  }
};

/** The line that starts at `at`, without its newline; undefined when the text ends before one. */
const lineAt = (text: string, at: number): string | undefined => {
  const end = text.indexOf("\n", at);
  return end === -1 ? undefined : text.slice(at, end);
};

const isArgument = (text: string): boolean => /^[!-~]+$/u.test(text);

const whyNotAge = (text: string, first: string): AgeError["code"] => {
  if (text.trimStart().startsWith(armorLine)) return "age-armored";
  if (text.length > 0 && `${versionLine}\n`.startsWith(text)) return "age-header-cut-off";
  return /^age-encryption\.org\/v\d+$/u.test(first) ? "age-version" : "age-not-age";
};

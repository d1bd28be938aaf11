import { recipientOf } from "../../../src/export/age/keys.ts";
import { x25519Public } from "../../../src/crypto/x25519.ts";
import { sealedChunkBytes } from "../../../src/export/age/stream.ts";
import { concat, utf8 } from "../../../src/lib/bytes.ts";
import { byWords, craft, shot, words } from "./craft.ts";
import type { Made } from "./made.ts";

/** Vectors whose fault lies in the age file around everything. */
const flip = (file: Uint8Array, at: number): Uint8Array => file.map((byte, i) => (i === at ? byte ^ 1 : byte));
const headerOf = (file: Uint8Array): string => new TextDecoder("latin1").decode(file.subarray(0, 400));
/** Changes one letter of base64 into another of the same group, so that the text stays well formed. */
const relettered = (file: Uint8Array, at: number): Uint8Array => file.map((byte, i) => (i === at ? (byte === 0x41 ? 0x42 : 0x41) : byte));
const big = { files: [{ ...shot, bytes: new Uint8Array(150_000).map((_, i) => (i * i) >>> 3) }] };
const secret = utf8("a secret of thirty-two bytes, ok");

export const container = async (): Promise<readonly Made[]> => {
  const good = await craft();
  const large = await craft(big);
  const start = headerOf(large).indexOf("\n", headerOf(large).indexOf("--- ")) + 1 + 16;
  const mac = headerOf(good).indexOf("--- ") + 4;
  const body = headerOf(good).indexOf("\n", headerOf(good).indexOf("-> ")) + 1;
  const chunk = (file: Uint8Array, n: number): Uint8Array =>
    file.subarray(start + n * sealedChunkBytes, start + (n + 1) * sealedChunkBytes);
  const stanza = headerOf(good).slice(headerOf(good).indexOf("-> "), headerOf(good).indexOf("---"));
  const withHeader = (change: (text: string) => string): Uint8Array =>
    concat(
      Uint8Array.from(change(headerOf(good).slice(0, mac + 44)), (c) => c.charCodeAt(0)),
      good.subarray(mac + 44),
    );
  const forKey = await craft({ lock: { by: "recipients", recipients: [x25519Public(secret)] } });
  if (!recipientOf(secret).startsWith("age1")) throw new Error("no recipient");
  return [
    { name: "good-extract", about: "an extract with one picture", file: good, passes: true },
    { name: "good-large", about: "a payload of several pieces of 64 KiB", file: large, passes: true },
    { name: "good-work-factor-10", about: "any work factor up to 18 is read", file: await craft({ lock: byWords(10) }), passes: true },
    { name: "wrong-words", about: "opened with other words", file: good, words: [...words.slice(1), "zoom"], code: "bundle-wrong-words" },
    { name: "empty", about: "no byte at all", file: new Uint8Array(0), code: "not-a-bundle" },
    { name: "not-age", about: "a zip that nobody encrypted", file: utf8("PK\u0003\u0004 and so on"), code: "not-a-bundle" },
    {
      name: "armored",
      about: "age as text",
      file: utf8("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n"),
      code: "bundle-armored",
    },
    {
      name: "age-version-2",
      about: "a version of age that is not known",
      file: withHeader((t) => t.replace("/v1\n", "/v2\n")),
      code: "bundle-format-unknown",
    },
    {
      name: "work-factor-22",
      about: "asks for 4 GiB of memory",
      file: withHeader((t) => t.replace(" 4\n", " 22\n")),
      code: "bundle-work-too-high",
    },
    {
      name: "work-factor-19",
      about: "one above the bound",
      file: withHeader((t) => t.replace(" 4\n", " 19\n")),
      code: "bundle-work-too-high",
    },
    {
      name: "flip-wrapped-key",
      about: "a bit of the wrapped key: no different from other words",
      file: relettered(good, body + 3),
      code: "bundle-wrong-words",
    },
    { name: "flip-mac", about: "a bit of the header's code", file: relettered(good, mac + 3), code: "bundle-altered" },
    {
      name: "stanza-with-more",
      about: "one argument too many",
      file: withHeader((t) => t.replace(" 4\n", " 4 x\n")),
      code: "bundle-altered",
    },
    {
      name: "two-passphrases",
      about: "a passphrase must stand alone",
      file: withHeader((t) => t.replace("---", `${stanza}---`)),
      code: "bundle-altered",
    },
    {
      name: "header-with-cr",
      about: "another spelling of the header",
      file: withHeader((t) => t.replace("v1\n", "v1\r\n")),
      code: "not-a-bundle",
    },
    {
      name: "header-too-long",
      about: "more header than is read",
      file: withHeader((t) => t.replace("---", `-> x\n${"A".repeat(64).concat("\n").repeat(1100)}\n---`)),
      code: "bundle-malformed",
    },
    { name: "for-a-key", about: "sealed to an X25519 recipient, opened with words", file: forKey, code: "bundle-needs-key" },
    {
      name: "for-an-unknown-kind",
      about: "only a recipient of a kind that is out of scope",
      file: withHeader((t) => t.replace("-> scrypt", "-> mlkem768x25519")),
      code: "bundle-unsupported-recipient",
    },
    { name: "flip-nonce", about: "a bit of the payload's nonce", file: flip(good, mac + 44 + 5), code: "bundle-altered" },
    { name: "flip-first-piece", about: "a bit early in the payload", file: flip(large, start + 100), code: "bundle-altered" },
    {
      name: "flip-middle-piece",
      about: "a bit in the middle of the payload",
      file: flip(large, start + sealedChunkBytes + 5000),
      code: "bundle-altered",
    },
    { name: "flip-last-piece", about: "a bit in the last piece", file: flip(large, large.length - 100), code: "bundle-altered" },
    { name: "flip-last-byte", about: "the last bit of the last tag", file: flip(good, good.length - 1), code: "bundle-altered" },
    {
      name: "pieces-swapped",
      about: "first and second piece change places",
      file: concat(large.subarray(0, start), chunk(large, 1), chunk(large, 0), large.subarray(start + 2 * sealedChunkBytes)),
      code: "bundle-altered",
    },
    {
      name: "piece-twice",
      about: "the first piece comes again",
      file: concat(large.subarray(0, start + sealedChunkBytes), large.subarray(start)),
      code: "bundle-altered",
    },
    { name: "cut-at-piece", about: "ends behind a whole piece", file: large.subarray(0, start + sealedChunkBytes), code: "bundle-cut-off" },
    { name: "cut-in-piece", about: "ends within a piece", file: large.subarray(0, start + sealedChunkBytes + 777), code: "bundle-cut-off" },
    { name: "cut-one-byte", about: "the last byte is missing", file: good.subarray(0, -1), code: "bundle-cut-off" },
    { name: "cut-in-header", about: "ends within the header", file: good.subarray(0, 60), code: "bundle-cut-off" },
    { name: "cut-behind-header", about: "ends before the payload", file: good.subarray(0, mac + 44), code: "bundle-cut-off" },
    { name: "byte-appended", about: "one byte more than was sealed", file: concat(good, Uint8Array.of(0)), code: "bundle-altered" },
  ];
};

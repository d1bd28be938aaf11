import * as cctv from "cctv-age";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../src/crypto/hash.ts";
import { parseHeader, serializeHeader } from "../../../src/export/age/header.ts";
import { parseIdentity } from "../../../src/export/age/keys.ts";
import { readStart, type Key } from "../../../src/export/age/age.ts";
import { payloadOf } from "../../../src/export/age/seek.ts";
import { chunkOpener, chunkSealer } from "../../../src/export/age/stream.ts";
import { decryptAge } from "../../../src/export/age/transform.ts";
import { hex, unhex } from "../../../src/lib/bytes.ts";
import { ready, scrypt, through } from "./support.ts";

/** The community's vectors for age (C2SP CCTV): each names its outcome, and a vector that fails for another reason fails here. */
interface Vector {
  readonly name: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly file: Uint8Array;
}

const unzlib = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer(),
  );

const read = (name: string, bytes: Uint8Array): Vector => {
  const text = new TextDecoder("latin1").decode(bytes);
  const end = text.indexOf("\n\n");
  const fields = new Map<string, string[]>();
  for (const line of text.slice(0, end).split("\n")) {
    const [key, value] = [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)];
    fields.set(key, [...(fields.get(key) ?? []), value]);
  }
  return { name, fields, file: bytes.slice(end + 2) };
};

const all = Object.entries(cctv)
  .filter((pair): pair is [string, Uint8Array] => pair[1] instanceof Uint8Array)
  .map(([name, bytes]) => read(name, bytes));
const has = (vector: Vector, field: string, start = ""): boolean =>
  (vector.fields.get(field) ?? []).some((value) => value.startsWith(start));
const armored = all.filter((vector) => has(vector, "armored"));
const hybrid = all.filter((vector) => !has(vector, "armored") && has(vector, "identity", "AGE-SECRET-KEY-PQ-"));
const ours = all.filter((vector) => !armored.includes(vector) && !hybrid.includes(vector));

const headerFailures = [
  "age-not-age",
  "age-version",
  "age-header-cut-off",
  "age-header-malformed",
  "age-header-too-long",
  "age-stanza-malformed",
  "age-passphrase-not-alone",
  "age-work-too-high",
  "age-unsupported-recipient",
];
/** The outcome of a vector → codes that mean it. */
const codes: Readonly<Record<string, readonly string[]>> = {
  "header failure": headerFailures,
  "HMAC failure": ["age-mac"],
  "no match": ["age-no-match", "age-unsupported-recipient"],
  "payload failure": ["age-altered", "age-cut-off"],
};
/** Where the outcome's word is wide, the very code. */
const exact: Readonly<Record<string, string>> = {
  empty: "age-not-age",
  version_unsupported: "age-version",
  scrypt_work_factor_23: "age-work-too-high",
  scrypt_and_x25519: "age-passphrase-not-alone",
  scrypt_double: "age-passphrase-not-alone",
  x25519_low_order: "age-stanza-malformed",
  hmac_missing: "age-header-malformed",
  stream_no_nonce: "age-header-cut-off",
  stream_no_final: "age-altered",
  stream_no_final_full: "age-cut-off",
  stream_bad_tag: "age-altered",
  stream_trailing_garbage_long: "age-altered",
  stream_last_chunk_empty: "age-altered",
  stream_no_chunks: "age-cut-off",
};

const fileOf = async (vector: Vector): Promise<Uint8Array> => (has(vector, "compressed", "zlib") ? await unzlib(vector.file) : vector.file);

const keysOf = (vector: Vector): readonly Key[] => [
  ...(vector.fields.get("passphrase") ?? []).map((passphrase): Key => ({ by: "passphrase", passphrase, scrypt })),
  ...(vector.fields.get("identity") ?? []).flatMap((text): readonly Key[] => {
    const secret = parseIdentity(text);
    return secret === undefined ? [] : [{ by: "identity", secret }];
  }),
];

beforeAll(ready);

describe("the vectors", () => {
  test("are all here", () => {
    expect([all.length, armored.length, hybrid.length, ours.length]).toEqual([143, 33, 18, 92]);
  });

  test.each(ours)("$name", async (vector) => {
    const file = await fileOf(vector);
    const want = vector.fields.get("expect")?.[0] ?? "";
    for (const pieces of [1 << 20, 4099, file.length < 2000 ? 1 : 65_552]) {
      const { out, error } = await through(decryptAge(keysOf(vector)), file, pieces);
      if (want === "success") expect(error).toBeUndefined();
      else expect(codes[want]).toContain((error as { code?: string } | undefined)?.code);
      if (exact[vector.name] !== undefined) expect(error).toMatchObject({ code: exact[vector.name] });
      const payload = vector.fields.get("payload")?.[0];
      if (payload !== undefined) expect(hex(sha256(out))).toBe(payload);
      else expect(out.length).toBe(0);
    }
  });

  test.each(ours.filter((vector) => has(vector, "expect", "success") || has(vector, "expect", "payload failure")))(
    "$name has the same outcome read at any place",
    async (vector) => {
      const file = await fileOf(vector);
      const start = await readStart(file, keysOf(vector));
      if (!start.ok) throw new Error("a good header was refused");
      const payload = payloadOf(new Blob([new Uint8Array(file)]), start.value.from, start.value.key);
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      let failed = payload === undefined;
      for await (const piece of payload?.pieces(0, payload.size) ?? []) {
        if (typeof piece === "string") failed = true;
        else pieces.push(piece.slice());
      }
      expect(failed).toBe(has(vector, "expect", "payload failure"));
      if (failed || payload === undefined) return;
      const whole = new Uint8Array(await new Blob(pieces).arrayBuffer());
      expect(hex(sha256(whole))).toBe(vector.fields.get("payload")?.[0]);
      for (const [from, to] of [
        [0, 1],
        [payload.size - 1, payload.size],
        [payload.size >> 1, payload.size],
        [65_535, 65_537],
      ] as const) {
        if (from < 0 || to > payload.size) continue;
        const part: Uint8Array<ArrayBuffer>[] = [];
        for await (const piece of payload.pieces(from, to)) if (typeof piece !== "string") part.push(piece.slice());
        expect(hex(sha256(new Uint8Array(await new Blob(part).arrayBuffer())))).toBe(hex(sha256(whole.subarray(from, to))));
      }
    },
  );

  test.each(ours.filter((vector) => has(vector, "expect", "success")))("$name encodes to the same bytes", async (vector) => {
    const file = await fileOf(vector);
    const header = parseHeader(file);
    const start = await readStart(file, keysOf(vector));
    if (!header.ok || !start.ok) throw new Error("a good vector was refused");
    const fileKey = unhex(vector.fields.get("file key")?.[0] ?? "") ?? new Uint8Array(0);
    expect(hex(serializeHeader(header.value.stanzas, fileKey))).toBe(hex(file.subarray(0, header.value.length)));
    const plain: Uint8Array<ArrayBuffer>[] = [];
    const opener = chunkOpener(start.value.key);
    const failed =
      opener.push(file.subarray(start.value.from), (view) => plain.push(view.slice())) ?? opener.finish((view) => plain.push(view.slice()));
    expect(failed).toBeUndefined();
    const again: Uint8Array<ArrayBuffer>[] = [];
    const sealer = chunkSealer(start.value.key);
    for (const piece of plain) sealer.push(piece, (view) => again.push(view.slice()));
    sealer.finish((view) => again.push(view.slice()));
    const sealed = new Uint8Array(await new Blob(again).arrayBuffer());
    expect(hex(sha256(sealed))).toBe(hex(sha256(file.subarray(start.value.from))));
  });

  test.each(ours.filter((vector) => !has(vector, "expect", "header failure")))("$name has one spelling of its header", async (vector) => {
    const file = await fileOf(vector);
    const header = parseHeader(file);
    if (!header.ok) throw new Error("header refused");
    const again = serializeHeader(header.value.stanzas, new Uint8Array(16));
    expect(hex(again.subarray(0, -45))).toBe(hex(file.subarray(0, header.value.length - 45)));
  });
});

describe("what is out of scope is refused clearly", () => {
  test.each(armored)("$name", async (vector) => {
    const { out, error } = await through(decryptAge(keysOf(vector)), vector.file);
    const begins = new TextDecoder("latin1").decode(vector.file).trimStart().startsWith("-----BEGIN AGE ENCRYPTED FILE-----\n");
    const crlf = new TextDecoder("latin1").decode(vector.file).startsWith("-----BEGIN AGE ENCRYPTED FILE-----");
    expect(error).toMatchObject({ code: begins || crlf ? "age-armored" : "age-not-age" });
    expect(out.length).toBe(0);
  });

  test.each(hybrid)("$name", async (vector) => {
    expect((vector.fields.get("identity") ?? []).filter((t) => t.startsWith("AGE-SECRET-KEY-PQ-")).map(parseIdentity)).toContain(undefined);
    const someone: Key = { by: "identity", secret: new Uint8Array(32).fill(7) };
    const { out, error } = await through(decryptAge([someone]), await fileOf(vector));
    expect(["age-unsupported-recipient", "age-no-match", "age-stanza-malformed", "age-header-malformed"]).toContain(
      (error as { code?: string }).code,
    );
    if (vector.name === "hybrid") expect(error).toMatchObject({ code: "age-unsupported-recipient" });
    expect(out.length).toBe(0);
  });
});

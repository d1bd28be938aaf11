import { describe, expect, test } from "vitest";
import { errors } from "../../src/content/locales/en/errors.ts";
import { sha256Stream } from "../../src/crypto/hash.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { evidenceReader as reader } from "../../src/evidence/reader.ts";
import type { EvidenceError } from "../../src/evidence/types.ts";
import { hex } from "../../src/lib/bytes.ts";
import type { Result } from "../../src/lib/result.ts";
import { mutated, seeds } from "./seeds.ts";

const each = await seeds();
await cryptoReady();
const count = 1000;

const digestOf = (bytes: Uint8Array): string => {
  const hash = sha256Stream();
  hash.update(bytes);
  return hex(hash.digest());
};
/** An answer, or the code of a sentence. */
const said = <T>(result: Result<T, EvidenceError>): string => (result.ok ? "read" : errors[`error.${result.error.code}`]);

describe("a file of each kind", () => {
  test.each(each)("%s is %s", async (_, type, bytes) => {
    const seen = await reader.inspect(new Blob([bytes]), "x");
    expect(seen).toMatchObject({ ok: true, value: { type, size: bytes.length, sha256: digestOf(bytes) } });
  });
});

describe("1,000 mutated files of each kind: an answer or a sentence, and the digest of every byte", () => {
  test.each(each)("%s", async (_, type, seed) => {
    const reads = /^text\/|^message\/|zip$/u.test(type);
    const wrong: number[] = [];
    for (let n = 0; n < count; n++) {
      const bytes = mutated(seed, n);
      // Some as a Blob, which a person chose; the others as a buffer, which came out of a zip.
      const file = n % 8 === 0 || type.endsWith("zip") ? new Blob([bytes]) : bytes.buffer;
      const seen = await reader.inspect(file, "x.jpg");
      const isWhole = seen.ok
        ? seen.value.sha256 === digestOf(bytes) && seen.value.size === bytes.length && /^[a-z]+\/[a-z0-9.+-]+$/u.test(seen.value.type)
        : bytes.length === 0 && seen.error.code === "file-empty";
      const answers: string[] = [];
      // Whatever it is, it may be handed to the readers of messages too.
      if (reads || n % 20 === 0) answers.push(said(await reader.readChat(file)), said(await reader.readMail(file)));
      if (answers.length > 0 && file instanceof Blob)
        answers.push(said(await reader.readChatZip(file)), said(await reader.takeFromZip(file, 0)));
      if (!isWhole || answers.some((one) => one.length < 4)) wrong.push(n);
    }
    // The mutations by number: each can be made again.
    expect(wrong).toEqual([]);
  });
});

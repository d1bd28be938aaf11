import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomBelow, randomBytes } from "../../src/crypto/random.ts";
import { scryptHere } from "../../src/crypto/scrypt.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { identityText, parseIdentity, parseRecipient, recipientOf } from "../../src/export/age/keys.ts";
import { decryptAge, encryptAge } from "../../src/export/age/transform.ts";
import type { Lock } from "../../src/export/age/age.ts";
import { sealBundle } from "../../src/export/seal.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { testCase } from "../export/source.ts";
import { bagItFaults } from "../support/bagit.ts";
import { run } from "../support/run.ts";
import { findTool } from "../support/tools.ts";
import { answerPrompts } from "./interop-tty.ts";

/** What this code writes is opened by other people's programs, and theirs is opened here. */
const folder = mkdtempSync(join(tmpdir(), "interop-"));
const at = (name: string): string => join(folder, name);
const scrypt = (passphrase: Uint8Array, salt: Uint8Array, logN: number): Promise<Uint8Array> =>
  Promise.resolve(scryptHere(passphrase, salt, logN));
const through = async (transform: ReadableWritablePair<Uint8Array, Uint8Array>, bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([new Uint8Array(bytes)]).stream().pipeThrough(transform)).arrayBuffer());
const words = "correct-horse-battery-staple-six-words";

beforeAll(cryptoReady);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the age command", () => {
  const sizes = [0, 1, 65_536, 65_537, 200_000];

  test.each(sizes)("opens and makes files for a key, %i bytes", async (size) => {
    const age = findTool("age");
    const text = randomBytes(size);
    const secret = randomBytes(32);
    const identity = identityText(secret);
    writeFileSync(at("key.txt"), `${identity}\n`);
    const recipient = parseRecipient(recipientOf(secret)) ?? new Uint8Array(0);
    writeFileSync(at("ours.age"), await through(await encryptAge({ by: "recipients", recipients: [recipient] }, randomBytes), text));
    // Through the shell: for an empty text, age makes no file of its own.
    expect(run("sh", ["-c", `'${age}' -d -i '${at("key.txt")}' '${at("ours.age")}' > '${at("ours.out")}'`])).toMatchObject({ ok: true });
    expect(readFileSync(at("ours.out")).equals(text)).toBe(true);

    writeFileSync(at("theirs.txt"), text);
    expect(run(age, ["-r", recipientOf(secret), "-o", at("theirs.age"), at("theirs.txt")])).toMatchObject({ ok: true });
    const key = { by: "identity", secret: parseIdentity(identity) ?? new Uint8Array(0) } as const;
    expect(Buffer.from(await through(decryptAge([key]), readFileSync(at("theirs.age")))).equals(text)).toBe(true);
  });

  test("opens and makes files for a passphrase, at full work", async () => {
    const age = findTool("age");
    const text = randomBytes(100_000);
    const lock: Lock = { by: "passphrase", passphrase: words, logN: 18, scrypt };
    writeFileSync(at("words.age"), await through(await encryptAge(lock, randomBytes), text));
    const opened = await answerPrompts(`${age} -d -o ${at("words.out")} ${at("words.age")}`, "Enter passphrase", words);
    expect([opened.code, opened.output.includes("error")]).toEqual([0, false]);
    expect(readFileSync(at("words.out")).equals(text)).toBe(true);

    writeFileSync(at("plain.bin"), text);
    const made = await answerPrompts(`${age} -p -o ${at("made.age")} ${at("plain.bin")}`, "passphrase", words);
    expect([made.code, made.output.includes("error")]).toEqual([0, false]);
    const key = { by: "passphrase", passphrase: words, scrypt } as const;
    expect(Buffer.from(await through(decryptAge([key]), readFileSync(at("made.age")))).equals(text)).toBe(true);
  });
});

describe("a bundle without Holdfast", () => {
  test("age -d, unzip, sha256sum -c and minisign -V accept it, and say so when a byte is changed", async () => {
    const shot = { id: "ab".repeat(16), name: "Ελένη – Нина.png", type: "image/png", bytes: randomBytes(300_000) };
    const { source, disclosure } = testCase(randomBytes, [shot]);
    const sealed = await sealBundle({ ...disclosure, continuity: true }, source, {
      random: randomBytes,
      randomBelow,
      scrypt,
      now: () => instantFromMs(Date.UTC(2026, 10, 22, 9, 58)),
      makeReport: () => Promise.resolve(Buffer.from("%PDF-1.3\n")),
    });
    if (!sealed.ok) throw new Error(sealed.error.code);
    writeFileSync(at("bundle.age"), Buffer.from(await sealed.value.file.arrayBuffer()));
    const opened = await answerPrompts(
      `${findTool("age")} -d -o ${at("bundle.zip")} ${at("bundle.age")}`,
      "Enter passphrase",
      sealed.value.words.join("-"),
    );
    expect(opened.code).toBe(0);

    const unzip = findTool("unzip");
    expect(run(unzip, ["-tq", at("bundle.zip")])).toMatchObject({ ok: true });
    expect(
      run(unzip, ["-q", "-O", "UTF-8", at("bundle.zip"), "-d", at("bag")]).ok || run(unzip, ["-qo", at("bundle.zip"), "-d", at("bag")]).ok,
    ).toBe(true);
    const bag = join(at("bag"), `bundle-${sealed.value.bundleId.slice(0, 8)}`);
    const inBag = (command: string) => run("sh", ["-c", `cd '${bag}' && ${command}`]);
    expect(inBag("LC_ALL=C.UTF-8 sha256sum --strict --quiet -c manifest-sha256.txt tagmanifest-sha256.txt")).toEqual({
      ok: true,
      output: "",
    });
    const signature = inBag(`${findTool("minisign")} -V -p signing-key.pub -m tagmanifest-sha256.txt`);
    expect(signature).toMatchObject({ ok: true });
    expect(signature.output).toContain(`bundle ${sealed.value.bundleId} sealed 2026-11-22T09:58:00.000Z for my lawyer`);
    expect(bagItFaults(bag)).toEqual([]);

    writeFileSync(join(bag, "tagmanifest-sha256.txt"), readFileSync(join(bag, "tagmanifest-sha256.txt"), "utf8").replace("bagit", "bagot"));
    expect(inBag(`${findTool("minisign")} -V -p signing-key.pub -m tagmanifest-sha256.txt`).ok).toBe(false);
  });
});

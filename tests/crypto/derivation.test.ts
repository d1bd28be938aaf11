import { argon2id as argonOfHashWasm } from "hash-wasm";
import { beforeAll, describe, expect, test } from "vitest";
import { calibrate, fitParams, knownAnswerHolds } from "../../src/crypto/calibrate.ts";
import { argonBounds, argonMemories, inArgonBounds, subkey, type ArgonParams } from "../../src/crypto/kdf.ts";
import { deriveApart, deriveHere, scryptApart, type DeriveKey, type KdfRequest } from "../../src/crypto/kdf-worker.ts";
import { reveal, secret } from "../../src/crypto/secret.ts";
import { failedAnswers, knownAnswers, selfTest } from "../../src/crypto/selftest.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { hex, utf8 } from "../../src/lib/bytes.ts";
import kdfUrl from "./kdf.worker.ts?worker&url";

beforeAll(cryptoReady);

const start = (): Worker => new Worker(kdfUrl, { type: "module" });
const apart = deriveApart(start);
const request = (params: ArgonParams): KdfRequest => ({
  kind: "argon2id",
  password: utf8("pass word"),
  salt: new Uint8Array(16).fill(1),
  params,
});

describe("Argon2id", () => {
  test("agrees with another implementation at the floor", async () => {
    const ours = await apart(request({ ops: 3, mebibytes: 64 }));
    const theirs = await argonOfHashWasm({
      password: "pass word",
      salt: new Uint8Array(16).fill(1),
      iterations: 3,
      memorySize: 65_536,
      parallelism: 1,
      hashLength: 32,
      outputType: "hex",
    });
    expect(hex(ours ?? utf8("none"))).toBe(theirs);
  });

  test("every memory size that may be chosen gives its known answer, in a worker that is ended", async () => {
    const held: boolean[] = [];
    for (const mebibytes of argonMemories) held.push(await knownAnswerHolds(apart, mebibytes));
    expect(held).toEqual(argonMemories.map(() => true));
    expect(await knownAnswerHolds(apart, 65)).toBe(false);
  });

  test("what cannot be run answers nothing", async () => {
    expect(await apart(request({ ops: 3, mebibytes: 100_000 }))).toBeUndefined();
    expect(await deriveHere(request({ ops: 0, mebibytes: 64 }))).toBeNull();
    expect(await deriveApart(() => new Worker("./not-there.js", { type: "module" }))(request({ ops: 3, mebibytes: 64 }))).toBeUndefined();
  });

  test("scrypt runs apart too (RFC 7914, its third vector, first half)", async () => {
    const typed = utf8("pleaseletmein");
    const key = await scryptApart(apart)(typed, utf8("SodiumChloride"), 14);
    expect(typed.every((byte) => byte === 0)).toBe(true);
    const want = await scryptOf("pleaseletmein", "SodiumChloride", 14);
    expect(hex(key ?? utf8("none"))).toBe(want);
  });
});

const scryptOf = async (password: string, salt: string, logN: number): Promise<string> => {
  const { scrypt } = await import("hash-wasm");
  return scrypt({ password, salt, costFactor: 2 ** logN, blockSize: 8, parallelism: 1, hashLength: 32, outputType: "hex" });
};

describe("calibration", () => {
  const took = (ms: number): (() => number) => {
    let now = 0;
    return () => (now += ms);
  };
  /** Right answers up to a memory size; wrong or none above it. */
  const upTo =
    (most: number, above: "wrong" | "none"): DeriveKey =>
    async (r) => {
      const key = await apart(r);
      if (r.kind !== "argon2id" || r.params.mebibytes <= most) return key;
      return above === "wrong" ? key?.with(0, key[0] === 0 ? 1 : 0) : undefined;
    };

  test("is always within bounds, whatever the device takes", () => {
    for (const ms of [0, 0.1, 1, 5, 20, 60, 145, 333, 500, 999, 1_000, 5_000, 1e9]) {
      const params = fitParams(ms);
      expect(inArgonBounds(params)).toBe(true);
      const estimate = (ms * params.ops * params.mebibytes) / (3 * 64);
      const isFloor = params.ops === argonBounds.ops.least && params.mebibytes === argonBounds.mebibytes.least;
      expect(estimate <= 1_000 || isFloor).toBe(true);
    }
    expect(fitParams(145)).toEqual({ ops: 5, mebibytes: 256 });
    expect(fitParams(400)).toEqual({ ops: 3, mebibytes: 128 });
    expect(fitParams(2_000)).toEqual({ ops: 3, mebibytes: 64 });
    expect(fitParams(0)).toEqual({ ops: 24, mebibytes: 256 });
  });

  test("takes the memory that fits, if its known answer holds there", async () => {
    expect(await calibrate(apart, took(145))).toEqual({ ops: 5, mebibytes: 256 });
    expect(await calibrate(apart, took(700))).toEqual({ ops: 4, mebibytes: 64 });
    expect(await calibrate(apart, took(3_000))).toEqual({ ops: 3, mebibytes: 64 });
  });

  test.each(["wrong", "none"] as const)("goes down to the memory where the device computes right (%s above)", async (above) => {
    expect(await calibrate(upTo(128, above), took(145))).toEqual({ ops: 3, mebibytes: 128 });
    expect(await calibrate(upTo(64, above), took(145))).toEqual({ ops: 3, mebibytes: 64 });
    expect(await calibrate(upTo(32, above), took(145))).toBeUndefined();
  });

  test("bounds refuse what is too little, too much, or no number", () => {
    const bad: readonly ArgonParams[] = [
      { ops: 2, mebibytes: 64 },
      { ops: 25, mebibytes: 64 },
      { ops: 3.5, mebibytes: 64 },
      { ops: 3, mebibytes: 63 },
      { ops: 3, mebibytes: 512 },
      { ops: Number.NaN, mebibytes: 64 },
    ];
    expect(bad.map(inArgonBounds)).toEqual(bad.map(() => false));
  });
});

describe("subkeys", () => {
  test("differ by context and id, and need a context of 8 characters", () => {
    const parent = secret("parent", new Uint8Array(32).fill(1));
    const made = [subkey(parent, "hf_log__"), subkey(parent, "hf_files"), subkey(parent, "hf_log__", 2)].map((key) => hex(reveal(key)));
    expect(new Set(made).size).toBe(3);
    expect(() => subkey(parent, "short")).toThrow();
  });
});

describe("self-test", () => {
  test("this browser computes what was published", async () => {
    expect(await selfTest()).toEqual([]);
  });

  test("a wrong answer, and one that throws, are named; nothing else is", async () => {
    const [first, second, ...rest] = knownAnswers;
    if (first === undefined || second === undefined) throw new Error("no known answers");
    const broken = [
      { ...first, want: `${first.want.slice(0, -1)}0` },
      {
        ...second,
        got: () => {
          throw new Error("no such function");
        },
      },
      ...rest,
    ];
    expect(failedAnswers(broken)).toEqual([first.name, second.name]);
    expect(await selfTest(broken)).toEqual([first.name, second.name]);
  });

  test("covers every function that keeps or proves something", () => {
    expect(knownAnswers.map(({ name }) => name)).toEqual([
      "blake2b",
      "sha-256",
      "hmac-sha-256",
      "xchacha20-poly1305",
      "chacha20-poly1305",
      "crypto-kdf",
      "ed25519",
      "x25519",
      "argon2id",
    ]);
  });
});

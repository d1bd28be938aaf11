import { sameBytes, unhex, utf8 } from "../lib/bytes.ts";
import { argonBounds, argonMemories, type ArgonParams } from "./kdf.ts";
import type { DeriveKey } from "./kdf-worker.ts";

/** What one derivation should take, in milliseconds. */
const target = 1_000;
const floor: ArgonParams = { ops: argonBounds.ops.least, mebibytes: argonBounds.mebibytes.least };

/**
 * Argon2id13 of the same two texts, one pass, at each memory size that may be chosen (libsodium 1.0.20 and hash-wasm agree). Some phones give a
 * wrong but stable answer at larger sizes: a vault made with it would be lost with the phone's next browser.
 */
const knownPassword = utf8("holdfast known answer");
const knownSalt = utf8("holdfast/argon2/");
const knownAnswers: Readonly<Record<(typeof argonMemories)[number], string>> = {
  64: "91aa39ac7acc2254483c69db1c75ba364c066fe386b0322cf44fd857c603f712",
  96: "7754d50e28b29fe99b197e289a186d7d9936716e3f2076d7cd32e74abb7ed88e",
  128: "4700ed0b291e458a5ed2f5d2a760a27d568e169f48065cba6b54d0250cd62d08",
  192: "177f8001a00ab9260e753702a8f3ed34465e7e796aa1c3e724f671cc066a40ed",
  256: "5ed631a4992fe313c0411d36630d2f78569395b3b10280f11e8786dbdb3e5170",
};

/** True when Argon2id gives the published answer at this very memory size. */
export const knownAnswerHolds = async (derive: DeriveKey, mebibytes: number): Promise<boolean> => {
  const memory = argonMemories.find((m) => m === mebibytes);
  const want = memory === undefined ? undefined : unhex(knownAnswers[memory]);
  if (want === undefined) return false;
  const got = await derive({ kind: "argon2id", password: knownPassword, salt: knownSalt, params: { ops: 1, mebibytes } });
  return got !== undefined && sameBytes(got, want);
};

/**
 * The parameters that fit about one second, given how long the floor took (milliseconds): memory first, then passes. Argon2's time grows with
 * their product.
 */
export const fitParams = (floorTook: number): ArgonParams => {
  const budget = (target / Math.max(floorTook, 1)) * floor.ops * floor.mebibytes;
  const mebibytes = argonMemories.findLast((memory) => memory * floor.ops <= budget) ?? floor.mebibytes;
  const ops = Math.min(Math.max(Math.floor(budget / mebibytes), argonBounds.ops.least), argonBounds.ops.most);
  return { ops, mebibytes };
};

/**
 * Measures this device and answers parameters whose memory it can really use and compute with, or undefined when even 64 MiB cannot be had or
 * gives a wrong answer. `now` in milliseconds.
 */
export const calibrate = async (derive: DeriveKey, now: () => number): Promise<ArgonParams | undefined> => {
  if (!(await knownAnswerHolds(derive, floor.mebibytes))) return undefined;
  const began = now();
  await derive({ kind: "argon2id", password: knownPassword, salt: knownSalt, params: floor });
  const wanted = fitParams(now() - began);
  for (const mebibytes of argonMemories.toReversed()) {
    if (mebibytes > wanted.mebibytes || mebibytes === floor.mebibytes) continue;
    if (await knownAnswerHolds(derive, mebibytes)) return { ops: mebibytes === wanted.mebibytes ? wanted.ops : floor.ops, mebibytes };
  }
  return wanted.mebibytes === floor.mebibytes ? wanted : floor;
};

import { signingKeyFromSeed } from "../crypto/sign.ts";
import { hex } from "../lib/bytes.ts";
import type { Result } from "../lib/result.ts";
import type { Instant } from "../lib/time.ts";
import { wordList } from "../lib/wordlist.ts";
import type { DisclosureSource } from "../vault/types.ts";
import { startAge, type Random } from "./age/age.ts";
import { sealToBlob } from "./age/collect.ts";
import { workFactor, type Scrypt } from "./age/passphrase.ts";
import { buildBag, type Bag } from "./bag/build-bag.ts";
import { payloadFiles } from "./bag/contents.ts";
import { sealCode } from "./bag/seal-code.ts";
import { tidyLabel } from "./bag/seal-comment.ts";
import type { Copier } from "./copies.ts";
import { openBundle, type Progress } from "./open.ts";
import { Refusal, settle } from "./refusal.ts";
import type { Disclosure, ExportError, ReportDocument, Sealed } from "./types.ts";
import { allPass } from "./verify.ts";
import { writeZip } from "./zip/write.ts";

/** What sealing needs besides the disclosure and the vault. */
export interface SealDeps {
  readonly random: Random;
  /** Uniform whole number, 0 ≤ n < bound. */ readonly randomBelow: (bound: number) => number;
  readonly scrypt: Scrypt;
  readonly now: () => Instant;
  /** report.pdf; `date` as in the disclosure. */ readonly makeReport: (report: ReportDocument, date: string) => Promise<Uint8Array>;
  /** Without it a disclosure that names copies is refused. */ readonly copier?: Copier;
  readonly onProgress?: Progress;
  /** Asked between pieces. */ readonly isStopped?: () => boolean;
  /** scrypt's; tests lower it. */ readonly logN?: number;
}

/**
 * Makes the one file: bag, sign, zip, encrypt; then opens and verifies it as a reader would, and only then gives it back. Nothing but what the
 * disclosure names goes in. Progress counts the bytes twice, for the writing and for the check.
 */
export const sealBundle = (disclosure: Disclosure, source: DisclosureSource, deps: SealDeps): Promise<Result<Sealed, ExportError>> =>
  settle(() =>
    sealed(disclosure, source, deps).catch((thrown: unknown) => {
      throw damageOf(thrown);
    }),
  );

const sealed = async (disclosure: Disclosure, source: DisclosureSource, deps: SealDeps): Promise<Sealed> => {
  if (disclosure.continuity && disclosure.recipient !== "lawyer" && disclosure.recipient !== "police")
    throw new RangeError("continuity is for lawyer and police");
  const words = Array.from({ length: 6 }, () => wordList[deps.randomBelow(wordList.length)] ?? "");
  const passphrase = words.join("-");
  const bundleId = hex(deps.random(16));
  const report = await deps.makeReport(disclosure.report, disclosure.date);
  const payload = payloadFiles(disclosure, source, report, deps.copier);
  const { start, key } = await startAge({ by: "passphrase", passphrase, logN: deps.logN ?? workFactor, scrypt: deps.scrypt }, deps.random);
  try {
    const { bag, publicKey } = signed(source, (signingKey) =>
      buildBag(
        payload,
        {
          bundleId,
          date: disclosure.date,
          sealedAt: deps.now(),
          label: tidyLabel(disclosure.label),
          howToCheck: disclosure.howToCheck,
          key: signingKey,
        },
        start.length,
      ),
    );
    const size = bag.files.reduce((sum, file) => sum + file.size, 0);
    const step = watch(size, deps);
    const file = await sealToBlob(start, key, counted(writeZip(bag.files, disclosure.date), step));

    const ways = [{ by: "passphrase", passphrase, scrypt: deps.scrypt }] as const;
    const opened = await openBundle(file, ways, { keys: [] }, (done) => step(size + done));
    if (!opened.ok)
      throw opened.error.code === "stopped" ? new Refusal("stopped") : new Refusal("seal-self-check-failed", opened.error.code);
    opened.value.close();
    const { checks, keyFingerprint, sealCode: code } = opened.value.bundle;
    const failed = checks.find(({ outcome }) => outcome === "fail");
    if (!allPass(checks) || keyFingerprint !== publicKey) throw new Refusal("seal-self-check-failed", failed?.check);
    if (code.join() !== sealCode(bag.sealDigest).join()) throw new Refusal("seal-self-check-failed", "seal-valid");
    return {
      file,
      name: `${disclosure.date}-documents.age`,
      words,
      bundleId,
      sealDigest: hex(bag.sealDigest),
      sealCode: code,
      checks,
    };
  } finally {
    key.fill(0);
  }
};

/** Lends the case's signing key to `use` and wipes it after. */
const signed = (
  source: DisclosureSource,
  use: (key: ReturnType<typeof signingKeyFromSeed>) => Bag,
): { readonly bag: Bag; readonly publicKey: string } => {
  const seed = source.signingSeed();
  const key = signingKeyFromSeed(seed);
  try {
    return { bag: use(key), publicKey: hex(key.publicKey) };
  } finally {
    seed.fill(0);
    key.secretKey.fill(0);
  }
};

const watch =
  (size: number, { onProgress, isStopped }: SealDeps) =>
  (done: number): void => {
    if (isStopped?.() === true) throw new Refusal("stopped");
    onProgress?.(Math.min(done, 2 * size), 2 * size);
  };

export async function* counted(pieces: AsyncIterable<Uint8Array>, report: (done: number) => void): AsyncGenerator<Uint8Array, void> {
  let done = 0;
  for await (const piece of pieces) {
    done += piece.length;
    report(done);
    yield piece;
  }
}

/** The vault throws an error that carries `{code}` for what does not verify; anything else is a bug and goes on as it is. */
export const damageOf = (thrown: unknown): unknown => {
  const error = thrown instanceof Error && "error" in thrown ? thrown.error : thrown;
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" && code.startsWith("vault-") ? new Refusal("seal-source-damaged") : thrown;
};

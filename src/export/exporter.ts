import { randomBelow, randomBytes } from "../crypto/random.ts";
import { cryptoReady } from "../crypto/sodium.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Instant } from "../lib/time.ts";
import type { DisclosureSource } from "../vault/types.ts";
import type { Scrypt } from "./age/passphrase.ts";
import { copiesOf, type Copier } from "./copies.ts";
import { openBundle, passphraseOf, type Opening, type Progress } from "./open.ts";
import { settle } from "./refusal.ts";
import { damageOf, sealBundle } from "./seal.ts";
import type { Exporter, ExportError, ReportDocument } from "./types.ts";

/** What the worker's root hands over. */
export interface ExporterDeps {
  /** A case of the unlocked vault; undefined: locked, or no such case. */
  readonly disclose: (caseId: string) => Promise<DisclosureSource | undefined>;
  /** Runs in a throw-away worker. */ readonly scrypt: Scrypt;
  readonly now: () => Instant;
  readonly copier: Copier;
}

/** How often progress is told, in milliseconds of `performance.now`. */
const everyMs = 100;

/** One exporter for the vault worker. It holds at most one opened bundle; pieces of it are decrypted when they are asked for. */
export const makeExporter = ({ disclose, scrypt, now, copier }: ExporterDeps): Exporter => {
  let opening: Opening | undefined;
  const close = (): void => {
    opening?.close();
    opening = undefined;
  };
  /** Counts `stop`s: what began before the last one ends. */
  let stops = 0;
  const stopper = (): (() => boolean) => {
    const begun = stops;
    return () => stops !== begun;
  };
  return {
    seal: async (caseId, disclosure, onProgress) => {
      const isStopped = stopper();
      await cryptoReady();
      const source = await disclose(caseId);
      if (source === undefined) return err<ExportError>({ code: "seal-source-damaged" });
      return sealBundle(disclosure, source, {
        random: randomBytes,
        randomBelow,
        scrypt,
        now,
        makeReport,
        copier,
        onProgress: nowAndThen(onProgress),
        isStopped,
      });
    },
    copies: async (caseId, files) => {
      const isStopped = stopper();
      await cryptoReady();
      const source = await disclose(caseId);
      if (source === undefined) return err<ExportError>({ code: "seal-source-damaged" });
      return settle(() =>
        copiesOf(source, files, copier, isStopped).catch((thrown: unknown) => {
          throw damageOf(thrown);
        }),
      );
    },
    open: async (file, words, onProgress) => {
      close();
      const isStopped = stopper();
      await cryptoReady();
      const opened = await openBundle(
        file,
        [{ by: "passphrase", passphrase: passphraseOf(words), scrypt }],
        { keys: [] },
        nowAndThen(onProgress),
        isStopped,
      );
      if (!opened.ok) return opened;
      // Another may have been opened meanwhile.
      close();
      opening = opened.value;
      return ok(opened.value.bundle);
    },
    readOpened: async (path) => {
      if (opening === undefined) return err<ExportError>({ code: "not-a-bundle" });
      const read = await opening.read(path);
      return read.ok ? ok(read.value.buffer) : read;
    },
    readOpenedPiece: async (path, index) => {
      if (opening === undefined) return err<ExportError>({ code: "not-a-bundle" });
      const read = await opening.readPiece(path, index);
      return read.ok ? ok(read.value.buffer) : read;
    },
    closeOpened: () => {
      close();
      return Promise.resolve();
    },
    plainReport: async ({ report, date }, banner): Promise<Result<Blob, ExportError>> => {
      const pdf = await makeReport(report, date, banner);
      return ok(new Blob([new Uint8Array(pdf)], { type: "application/pdf" }));
    },
    stop: () => {
      stops++;
      return Promise.resolve();
    },
  };
};

/** jsPDF and the faces are large, and fetched only when a report is made. */
const makeReport = async (report: ReportDocument, date: string, banner?: string): Promise<Uint8Array> => {
  const module = await import("./report/make-report.ts");
  return module.makeReport(report, banner === undefined ? { date } : { date, banner });
};

export const nowAndThen = (onProgress: ((p: { readonly done: number; readonly total: number }) => void) | undefined): Progress => {
  let next = 0;
  return (done, total) => {
    const at = performance.now();
    if (onProgress === undefined || (at < next && done < total)) return;
    next = at + everyMs;
    onProgress({ done, total });
  };
};

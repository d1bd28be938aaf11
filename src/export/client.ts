import { proxy, wrap, type ProxyMarked } from "comlink";
import { err, type Result } from "../lib/result.ts";
import type { Exporter, ExportError } from "./types.ts";

/**
 * The exporter as the page sees it, over the vault worker's Comlink surface (`exporter` beside `vault`). `stopped` resolves when that worker can
 * answer no more; then everything under way answers `stopped`.
 */
export const openExporter = (worker: Worker, stopped: Promise<void>): Exporter => {
  const { exporter } = wrap<{ readonly exporter: Exporter & ProxyMarked }>(worker);
  const halted: ExportError = { code: "stopped" };
  const ask = <T>(call: Promise<Result<T, ExportError>>): Promise<Result<T, ExportError>> =>
    Promise.race([call, stopped.then(() => err(halted))]);
  const reporting = (onProgress: ((p: { readonly done: number; readonly total: number }) => void) | undefined) =>
    onProgress && proxy(onProgress);
  return {
    seal: (caseId, disclosure, onProgress) => ask(exporter.seal(caseId, disclosure, reporting(onProgress))),
    copies: (caseId, files) => ask(exporter.copies(caseId, files)),
    open: (file, words, onProgress) => ask(exporter.open(file, words, reporting(onProgress))),
    readOpened: (path) => ask(exporter.readOpened(path)),
    readOpenedPiece: (path, index) => ask(exporter.readOpenedPiece(path, index)),
    closeOpened: () => exporter.closeOpened(),
    plainReport: (disclosure, banner) => ask(exporter.plainReport(disclosure, banner)),
    stop: () => exporter.stop(),
  };
};

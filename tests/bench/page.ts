import type { Measured } from "./measure.ts";

/** A row, or several that come from one set-up. */
export type Row = () => Promise<readonly Measured[]>;

declare global {
  interface Window {
    rowNames: readonly string[];
    /** Resident memory of the pages' processes, with their workers. */ rendererMegabytes: () => Promise<number>;
    runRow: (name: string) => Promise<readonly Measured[]>;
  }
}

const rows = import.meta.glob<Row>("./rows/*.ts", { import: "default" });
const nameOf = (path: string): string => path.replace(/^.*\/|\.ts$/gu, "");

window.runRow = async (name) => {
  const load = rows[`./rows/${name}.ts`];
  if (load === undefined) throw new Error(`no row ${name}`);
  return (await load())();
};
window.rowNames = Object.keys(rows).map(nameOf);

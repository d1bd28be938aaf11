import expected from "../vectors/pdq/expected.csv?raw";

export interface Vector {
  readonly name: string;
  /** 64 hex digits, as the reference answers. */ readonly hash: string;
  readonly quality: number;
  readonly blob: () => Promise<Blob>;
}

const urls = import.meta.glob<string>("../vectors/pdq/*.{png,jpg}", { query: "?url", import: "default", eager: true });

/** Every row of expected.csv. */
export const vectors: readonly Vector[] = expected
  .trim()
  .split(/\r?\n/u)
  .map((line) => {
    const [hash = "", quality = "", name = ""] = line.split(",");
    return { name, hash, quality: Number(quality), blob: async () => (await fetch(urls[`../vectors/pdq/${name}`] ?? "missing")).blob() };
  });

export const vector = (name: string): Vector => {
  const found = vectors.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
};

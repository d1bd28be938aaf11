import { beforeAll, describe, expect, test } from "vitest";
import { lostIn } from "../../src/export/backup/damaged.ts";
import { openBackup } from "../../src/export/backup/read.ts";
import { settle } from "../../src/export/refusal.ts";
import { errors } from "../../src/content/locales/en/errors.ts";
import index from "../vectors/backup-1/vectors.json";
import { ready, scrypt } from "./age/support.ts";

/** The frozen vectors of backup format 1: each opens, or is refused with one code that has its own sentence. */
interface Vector {
  readonly name: string;
  readonly about: string;
  readonly words: readonly string[];
  readonly code?: string;
  readonly lost?: object;
}
const vectors: readonly Vector[] = index;
const urls = import.meta.glob<string>("../vectors/backup-1/*.age", { query: "?url", import: "default", eager: true });

const open = async ({ name, words }: Vector) => {
  const url = urls[`../vectors/backup-1/${name}.age`];
  if (url === undefined) throw new Error(`no file for ${name}`);
  const file = await (await fetch(url)).blob();
  return settle(() =>
    openBackup(
      file,
      [{ by: "passphrase", passphrase: words.join("-"), scrypt }],
      () => undefined,
      () => false,
    ),
  );
};
beforeAll(ready);

test("there are enough of them, each with its file, most of them hostile", () => {
  expect(Object.keys(urls).length).toBe(vectors.length);
  expect(vectors.filter(({ code }) => code !== undefined).length).toBeGreaterThanOrEqual(40);
});

describe("good backups", () => {
  test.each(vectors.filter(({ code }) => code === undefined))("$name: $about", async (vector) => {
    const opened = await open(vector);
    if (!opened.ok) throw new Error(`refused: ${opened.error.code} ${opened.error.where ?? ""}`);
    expect(opened.value.facts.backup).toBe("b1".repeat(16));
    expect(lostIn(opened.value.cases.flat())).toEqual(vector.lost ?? { entries: 0, files: 0, records: 0, seal: false, root: false });
    for (const log of opened.value.cases.flat()) {
      let lines = 0;
      for await (const line of log.lines()) lines += "leaf" in line || line.text.startsWith("{") ? 1 : 0;
      expect(lines).toBe(log.size);
    }
    opened.value.close();
  });
});

describe("refused, each with its sentence", () => {
  test.each(vectors.filter(({ code }) => code !== undefined))("$name: $about", async (vector) => {
    expect(await open(vector)).toMatchObject({ ok: false, error: { code: vector.code } });
    expect(errors).toHaveProperty([`error.${vector.code ?? ""}`]);
  });
});

import { leafHash, rootOf } from "../../../src/crypto/merkle.ts";
import { concat, hex, unbase64, utf8 } from "../../../src/lib/bytes.ts";
import { centralOf, craft as bundle, patched, renamed, words as bundleWords } from "../bundle-1/craft.ts";
import { craft, file, lock, log, shot, type Spoil } from "./craft.ts";

export interface Made {
  readonly name: string;
  readonly about: string;
  readonly file: Uint8Array;
  readonly words?: readonly string[];
  /** What it is refused with; none: it opens. */ readonly code?: string;
  /** What is said to be lost, where it opens and something is. */ readonly lost?: object;
}

const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
const other = "c3".repeat(16);
const part = `files/${file}`;
const named = (to: string): Promise<Uint8Array> => craft({ zip: (zip) => renamed(zip, part, to.padEnd(part.length, "x"), "both") });
type Lost = { entries: number[][]; files: string[]; secrets: number; seal: boolean; root: boolean };
type Log = { log: string; size: number; root: string; files: { file: string; size: number; sha256: string }[]; absent: string[]; lost?: Lost };
/** The first, which is there. */
const first = <T>(list: readonly T[]): T => at(list, 0);
const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i];
  if (found === undefined) throw new Error("not there");
  return found;
};
const logOf = (vault: Record<string, unknown>): Log => first(first(vault["cases"] as { logs: Log[] }[]).logs);

export const vectors = async (): Promise<readonly Made[]> => {
  const good = await craft();
  return [
    { name: "good", about: "one case, one file, one private record", file: good },
    { name: "good-empty", about: "a vault without any case", file: await craft({ vault: (v) => void (v["cases"] = []), secrets: () => '{"logs":[]}', parts: (p) => (p.delete(`logs/${log}.jsonl`), void p.delete(part)) }) },
    {
      name: "good-erased",
      about: "an entry of which only the leaf is left",
      file: await craft({
        lines: (lines) => {
          const [, line] = lines;
          if (line === undefined || !("salt" in line)) throw new Error("no line");
          lines[1] = { seq: 1, leaf: hex(leafHash(unbase64(line.salt) ?? new Uint8Array(0), utf8(line.entry))) };
        },
      }),
    },
    { name: "wrong-words", about: "opened with other words", file: good, words: [...bundleWords.slice(1), "zoom"], code: "bundle-wrong-words" },
    { name: "empty", about: "no byte at all", file: new Uint8Array(0), code: "backup-not-one" },
    { name: "not-age", about: "a zip that nobody encrypted", file: utf8("PK\u0003\u0004 and so on"), code: "backup-not-one" },
    { name: "a-bundle", about: "a sealed file for somebody else to read", file: await bundle(), code: "backup-is-bundle" },
    { name: "another-zip", about: "something else under the same words", file: await lock(new Map([["readme.txt", utf8("hello")]])), code: "backup-not-one" },
    { name: "cut-one-byte", about: "the last byte is missing", file: good.subarray(0, -1), code: "backup-cut-off" },
    { name: "cut-in-half", about: "the second half is missing", file: good.subarray(0, (good.length >> 1) + 7), code: "backup-cut-off" },
    { name: "flip-middle", about: "one bit of the middle", file: flip(good, good.length - 400), code: "backup-altered" },
    { name: "flip-last-byte", about: "one bit of the end", file: flip(good, good.length - 1), code: "backup-altered" },
    { name: "byte-appended", about: "one byte more", file: concat(good, Uint8Array.of(0)), code: "backup-altered" },
    { name: "work-factor-19", about: "asks for more memory than is allowed", file: await craft({ age: (bytes) => Uint8Array.from(new TextDecoder("latin1").decode(bytes).replace(" 4\n", " 19\n"), (c) => c.charCodeAt(0)) }), code: "bundle-work-too-high" },
    { name: "format-2", about: "a format that nobody knows yet", file: await craft({ vault: (v) => void (v["format"] = "holdfast-backup/2") }), code: "backup-format-unknown" },
    { name: "format-other", about: "no backup of this app", file: await craft({ vault: (v) => void (v["format"] = "diary/1") }), code: "backup-malformed" },
    { name: "vault-no-json", about: "vault.json is no JSON", file: await craft({ parts: (p) => void p.set("vault.json", utf8("{")) }), code: "backup-malformed" },
    { name: "entry-other-text", about: "an entry says something else than its leaf", file: await craft({ lines: (l) => void (l[1] = { ...(l[1] as { seq: number; salt: string; entry: string }), entry: (l[1] as { entry: string }).entry.replace("Нина", "Анна") }) }), code: "backup-entry-changed" },
    { name: "entry-other-salt", about: "an entry with another salt", file: await craft({ lines: (l) => void (l[1] = { ...(l[1] as { seq: number; salt: string; entry: string }), salt: "AAAAAAAAAAAAAAAAAAAAAA==" }) }), code: "backup-entry-changed" },
    { name: "entry-missing", about: "one entry was taken out", file: await craft({ lines: (l) => void l.splice(1, 1) }), code: "backup-entry-changed" },
    { name: "entry-twice", about: "one entry stands twice", file: await craft({ lines: (l) => void l.push(at(l, 3)) }), code: "backup-entry-changed" },
    { name: "entries-swapped", about: "two entries changed places", file: await craft({ lines: (l) => void ([l[1], l[2]] = [at(l, 2), at(l, 1)]) }), code: "backup-entry-changed" },
    { name: "root-lies", about: "the root is another", file: await craft({ vault: (v) => void (logOf(v).root = "00".repeat(32)) }), code: "backup-entry-changed" },
    { name: "size-lies", about: "the log is said to be longer", file: await craft({ vault: (v) => void (logOf(v).size = 5) }), code: "backup-entry-changed" },
    { name: "size-huge", about: "a log of more entries than there may be", file: await craft({ vault: (v) => void (logOf(v).size = 4e9) }), code: "backup-too-large" },
    { name: "log-not-utf8", about: "bytes that are no text", file: await craft({ parts: (p) => void p.set(`logs/${log}.jsonl`, Uint8Array.of(0xff, 0xfe, 10)) }), code: "backup-malformed" },
    { name: "log-missing", about: "the log is not there", file: await craft({ parts: (p) => void p.delete(`logs/${log}.jsonl`) }), code: "backup-malformed" },
    { name: "log-twice", about: "one log stands in two cases", file: await craft({ vault: (v) => void (v["cases"] as unknown[]).push((v["cases"] as unknown[])[0]) }), code: "backup-malformed" },
    { name: "file-changed", about: "a file with other bytes", file: await craft({ parts: (p) => void p.set(part, flip(shot, 20)) }), code: "backup-file-changed" },
    { name: "file-longer", about: "a file with a byte more", file: await craft({ parts: (p) => void p.set(part, concat(shot, Uint8Array.of(0))) }), code: "backup-file-changed" },
    { name: "file-other-digest", about: "bytes and digest were both changed; the entry knows better", file: await craft({ vault: (v) => void (first(logOf(v).files).sha256 = "9f".repeat(32)) }), code: "backup-file-changed" },
    { name: "file-missing", about: "a file is not there", file: await craft({ parts: (p) => void p.delete(part) }), code: "backup-malformed" },
    { name: "file-unlisted", about: "a file that vault.json does not name", file: await craft({ parts: (p) => void p.set(`files/${other}`, utf8("more")) }), code: "backup-malformed" },
    { name: "file-unnamed", about: "a file that no entry names", file: await craft({ bodies: (b) => void b.splice(2, 1, { kind: "case.closed.v1", body: { kept: "" } }) }), code: "backup-malformed" },
    { name: "file-twice", about: "one file stands twice in vault.json", file: await craft({ vault: (v) => void logOf(v).files.push(first(logOf(v).files)) }), code: "backup-malformed" },
    { name: "secret-changed", about: "a private record that its entry does not commit to", file: await craft({ secrets: (t) => t.replace("0815", "0816") }), code: "backup-entry-changed" },
    { name: "seed-short", about: "a seed of 31 bytes", file: await craft({ secrets: (t) => t.replace(/"seed":"[^"]+"/u, '"seed":"AAAA"') }), code: "backup-malformed" },
    { name: "secrets-missing", about: "no secrets.json", file: await craft({ parts: (p) => void p.delete("secrets.json") }), code: "backup-malformed" },
    { name: "id-not-hex", about: "a file id that climbs out of its folder", file: await craft({ vault: (v) => void (first(logOf(v).files).file = "../".repeat(10) + "aa") }), code: "backup-malformed" },
    { name: "name-dot-dot", about: "a part that leaves its folder", file: await named("files/../../"), code: "bundle-bad-name" },
    { name: "name-absolute", about: "a part that begins at the root", file: await named("/etc/passwd"), code: "bundle-bad-name" },
    { name: "name-backslash", about: "a separator on Windows only", file: await named("files\\..\\"), code: "bundle-bad-name" },
    { name: "names-same", about: "two parts of one name", file: await craft({ parts: (p) => void p.set(`files/${file.toUpperCase()}`, shot) }), code: "bundle-bad-name" },
    { name: "compressed", about: "a packed part", file: await craft({ zip: (zip) => patched(zip, [centralOf(zip, part) + 10, 2, 8]) }), code: "bundle-compressed" },
    { name: "parent-lies", about: "the second log says what the first never held", file: await naming("00".repeat(32), 3), code: "backup-entry-changed" },
    { name: "parent-too-long", about: "the second log says that the first was longer", file: await naming("11".repeat(32), 9), code: "backup-entry-changed" },
    ...(await losses()),
  ];
};

/** What vault.json says was lost, and is or is not: decision 0043. Entry 1 says the words, 2 names the file, 3 commits to the private record. */
const losses = async (): Promise<readonly Made[]> => {
  const said = { entries: 0, files: 0, records: 0, seal: false, root: false };
  const vault = (lost: Partial<Lost>, more: (log: Log) => void = () => undefined) => (v: Record<string, unknown>): void => {
    logOf(v).lost = { entries: [], files: [], secrets: 0, seal: false, root: false, ...lost };
    more(logOf(v));
  };
  /** Entry 1 is lost: its leaf is zeros, and the root is over that. */
  const zeros = "00".repeat(32);
  const gone: Spoil = { lines: (lines) => void (lines[1] = { seq: 1, leaf: zeros }) };
  const overZeros = async (lost: Partial<Lost> | undefined): Promise<Uint8Array> => {
    const root = hex(await rootWithout(1));
    return craft({ ...gone, vault: (v) => { if (lost !== undefined) vault(lost)(v); logOf(v).root = root; } });
  };
  const noFile = (log: Log): void => { log.files = []; log.absent = [file]; };
  const withoutFile = (lost: Partial<Lost> | undefined, change: (log: Log) => void = noFile): Promise<Uint8Array> =>
    craft({ vault: (v) => { if (lost !== undefined) vault(lost)(v); change(logOf(v)); }, parts: (p) => void p.delete(part) });
  const noRecord = (text: string): string => text.replace(/"secrets":\[\{.*?\}\]/u, '"secrets":[]');
  const withoutRecord = (lost?: Partial<Lost>): Promise<Uint8Array> => craft({ secrets: noRecord, ...(lost === undefined ? {} : { vault: vault(lost) }) });
  return [
    { name: "lost-entry", about: "an entry is lost, and said to be", file: await overZeros({ entries: [[1, 1]] }), lost: { ...said, entries: 1 } },
    { name: "lost-entry-unsaid", about: "an entry is lost, and nothing says so", file: await overZeros(undefined), code: "backup-entry-changed" },
    { name: "lost-entry-other", about: "another entry is said to be lost than the one that is", file: await overZeros({ entries: [[2, 1]] }), code: "backup-entry-changed" },
    { name: "lost-entry-here", about: "an entry is said to be lost that is here", file: await craft({ vault: vault({ entries: [[1, 1]] }) }), code: "backup-entry-changed" },
    { name: "lost-entry-beyond", about: "entries behind the end are said to be lost", file: await craft({ vault: vault({ entries: [[4, 900]] }) }), code: "backup-malformed" },
    { name: "lost-entry-too-many", about: "the run goes on behind the end", file: await overZeros({ entries: [[1, 4]] }), code: "backup-malformed" },
    { name: "lost-entry-none", about: "a run of no entry", file: await craft({ vault: vault({ entries: [[1, 0]] }) }), code: "backup-malformed" },
    { name: "lost-entry-twice", about: "one entry in two runs", file: await overZeros({ entries: [[1, 1], [1, 1]] }), code: "backup-malformed" },
    { name: "lost-file", about: "a file is lost, and said to be", file: await withoutFile({ files: [file] }), lost: { ...said, files: 1 } },
    { name: "lost-file-unsaid", about: "a file is absent, which need not be a loss", file: await withoutFile(undefined) },
    { name: "lost-file-not-absent", about: "a file is said to be lost, and not to be absent", file: await withoutFile({ files: [file] }, (l) => void (l.files = [])), code: "backup-malformed" },
    { name: "lost-file-here", about: "a file is said to be lost that is here", file: await craft({ vault: vault({ files: [file] }) }), code: "backup-malformed" },
    { name: "lost-file-both", about: "a file is here, and said to be absent and lost", file: await craft({ vault: vault({ files: [file] }, (l) => void (l.absent = [file])) }), code: "backup-malformed" },
    { name: "lost-file-unnamed", about: "a file is said to be lost that no entry names", file: await craft({ vault: vault({ files: [other] }, (l) => void (l.absent = [other])) }), code: "backup-malformed" },
    { name: "lost-file-twice", about: "one file is said to be lost twice", file: await withoutFile({ files: [file, file] }), code: "backup-malformed" },
    { name: "absent-unsaid", about: "a file that an entry names is not here, and nothing says so", file: await withoutFile(undefined, (l) => void (l.files = [])), code: "backup-malformed" },
    { name: "lost-record", about: "a private record is lost, and said to be", file: await withoutRecord({ secrets: 1 }), lost: { ...said, records: 1 } },
    { name: "lost-record-unsaid", about: "a private record is not here; it is said all the same", file: await withoutRecord(), lost: { ...said, records: 1 } },
    { name: "lost-record-here", about: "a private record is said to be lost that is here", file: await craft({ vault: vault({ secrets: 1 }) }), code: "backup-malformed" },
    { name: "lost-record-more", about: "more private records are said to be lost than there ever were", file: await withoutRecord({ secrets: 7 }), code: "backup-malformed" },
    { name: "lost-seal-said", about: "a new seal key and another root are said: nobody can tell, so they are said on", file: await craft({ vault: vault({ seal: true, root: true }) }), lost: { ...said, seal: true, root: true } },
    {
      name: "lost-all",
      about: "all that can be lost is, and said to be",
      file: await craft({
        ...gone,
        secrets: noRecord,
        parts: (p) => void p.delete(part),
        vault: await (async () => {
          const root = hex(await rootWithout(1));
          return vault({ entries: [[1, 1]], files: [file], secrets: 1, seal: true, root: true }, (l) => { noFile(l); l.root = root; });
        })(),
      }),
      lost: { entries: 1, files: 1, records: 1, seal: true, root: true },
    },
    { name: "lost-not-counted", about: "a count that is no number", file: await craft({ vault: vault({ secrets: -1 }) }), code: "backup-malformed" },
  ];
};

/** The root over a good log's leaves, with one of them as zeros. */
const rootWithout = async (seq: number): Promise<Uint8Array> => {
  const leaves: Uint8Array[] = [];
  await craft({
    lines: (lines) => {
      for (const line of lines)
        leaves.push(line.seq === seq || "leaf" in line ? new Uint8Array(32) : leafHash(unbase64(line.salt) ?? new Uint8Array(0), utf8(line.entry)));
    },
  });
  return rootOf(leaves);
};

/** A log that says of one in its case what that one never held. */
const naming = (root: string, size: number): Promise<Uint8Array> =>
  craft({ bodies: (bodies) => void bodies.splice(0, 1, { kind: "case.opened.v2", body: { parent: { log, size, root } } }) });

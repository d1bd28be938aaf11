import canonicalize from "canonicalize";
import { sha256 } from "../../src/crypto/hash.ts";
import { leafHash, rootOf } from "../../src/crypto/merkle.ts";
import { concat, hex, utf8 } from "../../src/lib/bytes.ts";
import type { JsonObject } from "../../src/lib/json.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import type { Disclosure } from "../../src/export/types.ts";
import type { DisclosureSource } from "../../src/vault/types.ts";

/** Random bytes that are the same in every run: SHA-256 of a seed and a counter. For frozen vectors and for nothing else. */
export const repeatable = (seed: string): ((count: number) => Uint8Array) => {
  let counter = 0;
  return (count) => {
    let out: Uint8Array = new Uint8Array(0);
    while (out.length < count) out = concat(out, sha256(utf8(`${seed} ${counter++}`)));
    return out.slice(0, count);
  };
};

export interface TestFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const start = Date.UTC(2026, 10, 20, 8, 0, 0);

/** A case of a few entries and its source, made as the vault makes it: canonical JSON, a salt for each, RFC 6962 leaves. */
export const testCase = (random: (count: number) => Uint8Array, files: readonly TestFile[]) => {
  const id = (): string => hex(random(16));
  const link = id();
  const bodies: readonly { readonly kind: string; readonly body: JsonObject }[] = [
    { kind: "case.opened.v1", body: { parent: null } },
    { kind: "fact.answered.v1", body: { fact: "happened", value: "posted" } },
    {
      kind: "link.added.v1",
      body: {
        link,
        text: "https://www.example-videos.test/view?k=Zm9v%2B#t=12",
        key: "example-videos.test/view?k=Zm9v%2B",
        host: "www.example-videos.test",
        site: "example-videos.test",
        platform: null,
        from: "paste",
      },
    },
    { kind: "link.noted.v1", body: { link, field: "caption", value: "Sørensen, Ilić, Нина, Ελένη, 你好 🙂" } },
    ...files.map((file) => ({
      kind: "evidence.added.v1",
      body: {
        evidence: id(),
        file: file.id,
        name: file.name,
        sha256: hex(sha256(file.bytes)),
        size: file.bytes.length,
        type: file.type,
        role: "listing",
        about: [`link:${link}`],
        pictures: [],
        capturedAt: null,
        capturedBy: "person",
        came: "import",
      },
    })),
    { kind: "step.skipped.v1", body: { step: "safety-plan", subject: "case", reason: "left out of the bundle" } },
  ];
  const entries = bodies.map(({ kind, body }, seq) => ({
    salt: random(16),
    text: canonicalize({ seq, at: instantFromMs(start + seq * 60_000), offset: 60, kind, body }) ?? "",
  }));
  const leaves = entries.map(({ salt, text }) => leafHash(salt, utf8(text)));
  const seed = random(32);
  const logId = id();
  const source: DisclosureSource = {
    logId,
    size: entries.length,
    root: rootOf(leaves),
    entry: (seq) => entries[seq],
    leaves: () => leaves,
    others: [],
    placeOf: (seq) => ({ log: logId, seq }),
    file: async function* (wanted) {
      const file = files.find((one) => one.id === wanted);
      if (file === undefined) throw new Error("this test did not provide that file");
      for (let at = 0; at < file.bytes.length; at += 1 << 20) yield await Promise.resolve(file.bytes.slice(at, at + (1 << 20)));
    },
    signingSeed: () => seed.slice(),
  };
  const evidence = files.map((file, i) => ({
    file: file.id,
    name: `${String(i + 1).padStart(3, "0")}-${file.name}`,
    sha256: hex(sha256(file.bytes)),
    size: file.bytes.length,
    type: file.type,
    seq: 4 + i,
  }));
  const disclosure: Disclosure = {
    recipient: "lawyer",
    label: "my lawyer",
    continuity: false,
    date: "2026-11-22",
    language: "en",
    caseJson: {
      format: "holdfast-case/1",
      date: "2026-11-22",
      language: "en",
      recipient: "lawyer",
      cover: [{ field: "asks", label: "What I ask for", value: "Help to get it removed" }],
      links: [
        {
          id: link,
          at: instantFromMs(start + 120_000),
          text: "https://www.example-videos.test/view?k=Zm9v%2B#t=12",
          site: "example-videos.test",
          platform: null,
          repeats: [],
          notes: { caption: "Sørensen, Ilić, Нина, Ελένη, 你好 🙂" },
          pictures: [],
          evidence: [],
          reports: [],
          checks: [],
          search: [],
          setAside: null,
        },
      ],
      unread: { newer: 0, damaged: 0, erased: 0 },
    },
    report: {
      title: "Record",
      subtitle: "22 November 2026",
      cover: [["What I ask for", "Help to get it removed"]],
      sections: [{ heading: "Links", blocks: [{ as: "text", text: "https://www.example-videos.test/view?k=Zm9v%2B#t=12" }] }],
      footer: "Sealed on the person's own device",
    },
    entries: entries.map((_, seq) => seq).slice(0, -1),
    evidence,
    notices: [{ name: "001-example-videos.txt", text: "Please remove this.\n" }],
    custody: evidence.map(({ name, sha256: digest, size }) => ({ path: `data/evidence/${name}`, sha256: digest, size, came: "import" })),
    howToCheck: "age -d, unzip, sha256sum -c, minisign -V\n",
  };
  return { source, disclosure, seed };
};

import canonicalize from "canonicalize";
import { sha256 } from "../../../src/crypto/hash.ts";
import { leafHash, rootOf } from "../../../src/crypto/merkle.ts";
import { startAge } from "../../../src/export/age/age.ts";
import { chunkSealer, payloadBytes } from "../../../src/export/age/stream.ts";
import { padme } from "../../../src/export/zip/padme.ts";
import { zipSize } from "../../../src/export/zip/write.ts";
import { base64, concat, hex, utf8 } from "../../../src/lib/bytes.ts";
import { repeatable } from "../../export/source.ts";
import { byWords, zipOf } from "../bundle-1/craft.ts";

/** A backup that can be spoilt at each layer before the next is laid around it. Made from a seed: the same bytes each time. */
export type Parts = Map<string, Uint8Array>;
export interface Line {
  readonly seq: number;
  readonly salt: string;
  readonly entry: string;
}
export interface Spoil {
  /** The history, before leaves and root are made of it. */ readonly bodies?: (bodies: Body[]) => void;
  /** Lines as they are written. */ readonly lines?: (lines: (Line | { readonly seq: number; readonly leaf: string })[]) => void;
  readonly vault?: (vault: Record<string, unknown>) => void;
  readonly secrets?: (text: string) => string;
  readonly parts?: (parts: Parts) => void;
  readonly zip?: (zip: Uint8Array) => Uint8Array;
  readonly age?: (file: Uint8Array) => Uint8Array;
  readonly logN?: number;
}
interface Body {
  readonly kind: string;
  readonly body: object;
}

export const log = "a1".repeat(16);
export const file = "f1".repeat(16);
export const shot = utf8("\u0089PNG stands in for a picture\n".repeat(12));
const start = Date.UTC(2026, 10, 20, 8, 0, 0);
const random = () => repeatable("backup-1");

export const craft = async (spoil: Spoil = {}): Promise<Uint8Array> => {
  const dice = random();
  const pin = { id: "91".repeat(16), salt: dice(16), text: "0815" };
  const commitment = hex(sha256(Uint8Array.of(2), pin.salt, utf8(pin.text)));
  const bodies: Body[] = [
    { kind: "case.opened.v1", body: { parent: null } },
    { kind: "text.kept.v1", body: { text: "77".repeat(16), value: "Sørensen, Нина, 你好 🙂", why: "note", about: "case" } },
    {
      kind: "evidence.added.v1",
      body: { evidence: "e1".repeat(16), file, name: "listing-page.png", sha256: hex(sha256(shot)), size: shot.length, type: "image/png" },
    },
    { kind: "hash.submitted.v1", body: { service: "stopncii", pictures: [], caseNumber: "N-1", pin: { id: pin.id, commitment } } },
  ];
  spoil.bodies?.(bodies);
  const entries = bodies.map(({ kind, body }, seq) => ({
    salt: dice(16),
    text: canonicalize({ seq, at: new Date(start + seq * 60_000).toISOString(), offset: 60, kind, body }) ?? "",
  }));
  const lines: (Line | { readonly seq: number; readonly leaf: string })[] = entries.map(({ salt, text }, seq) => ({
    seq,
    salt: base64(salt),
    entry: text,
  }));
  spoil.lines?.(lines);
  const vault: Record<string, unknown> = {
    format: "holdfast-backup/1",
    backup: "b1".repeat(16),
    made: "2026-11-22T09:58:00.000Z",
    cases: [
      {
        logs: [
          {
            log,
            size: entries.length,
            root: hex(rootOf(entries.map(({ salt, text }) => leafHash(salt, utf8(text))))),
            files: [{ file, size: shot.length, sha256: hex(sha256(shot)) }],
            absent: [],
          },
        ],
      },
    ],
  };
  spoil.vault?.(vault);
  const secrets = canonicalize({
    logs: [{ log, seed: base64(dice(32)), secrets: [{ id: pin.id, seq: 3, salt: base64(pin.salt), text: pin.text }] }],
  });
  const parts: Parts = new Map([
    ["vault.json", utf8(`${canonicalize(vault) ?? ""}\n`)],
    ["secrets.json", utf8(`${spoil.secrets?.(secrets ?? "") ?? secrets ?? ""}\n`)],
    [`logs/${log}.jsonl`, utf8(lines.map((line) => `${canonicalize(line) ?? ""}\n`).join(""))],
    [`files/${file}`, shot],
  ]);
  spoil.parts?.(parts);
  return lock(parts, spoil);
};

/** Padded, zipped, encrypted. */
export const lock = async (parts: Parts, { zip: change, age, logN = 4 }: Spoil = {}): Promise<Uint8Array> => {
  const { start: head, key } = await startAge(byWords(logN), random());
  const sizes = (padding: number) => [...parts].map(([path, bytes]) => ({ path, size: bytes.length })).concat({ path: "padding.bin", size: padding });
  const sizeWith = (padding: number): number => head.length + payloadBytes(zipSize(sizes(padding)));
  const padding = padme(sizeWith(0)) - sizeWith(0);
  const zip = await zipOf([...parts, ["padding.bin", new Uint8Array(padding)] as const]);
  const sealer = chunkSealer(key);
  const out = [head];
  sealer.push(change?.(zip) ?? zip, (view) => out.push(view.slice()));
  sealer.finish((view) => out.push(view.slice()));
  sealer.end();
  const sealed = concat(...out);
  return age?.(sealed) ?? sealed;
};

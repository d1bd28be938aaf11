import { base64, unbase64, unhex } from "../../lib/bytes.ts";
import { parseObject } from "./json.ts";

/** The size and root of a log at the time of sealing: the body of a C2SP tlog-checkpoint, three lines. */
export interface Checkpoint {
  readonly log: string;
  readonly size: number;
  /** 32 bytes. */ readonly root: Uint8Array;
}

export const checkpointText = ({ log, size, root }: Checkpoint): string => `holdfast/${log}\n${size}\n${base64(root)}\n`;

/** Only the exact form; undefined otherwise. */
export const parseCheckpoint = (text: string): Checkpoint | undefined => {
  const [, log, size, root] = /^holdfast\/([0-9a-f]{32})\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/u.exec(text) ?? [];
  const bytes = unbase64(root ?? "");
  return log === undefined || bytes?.length !== 32 ? undefined : { log, size: Number(size), root: bytes };
};

/** A line of `data/consistency.jsonl`: that the log of `from` entries is the start of the one of `to`. */
export interface Consistency {
  readonly log: string;
  readonly from: number;
  readonly to: number;
  readonly proof: readonly Uint8Array[];
}

export const parseConsistency = (line: string): Consistency | undefined => {
  const { log, from, to, proof, ...more } = parseObject(line) ?? {};
  if (typeof log !== "string" || typeof from !== "number" || typeof to !== "number" || !Array.isArray(proof)) return undefined;
  const hashes = proof.slice(0, 128).map((hash) => (typeof hash === "string" ? unhex(hash) : undefined));
  const good = hashes.filter((hash) => hash?.length === 32).filter((hash) => hash !== undefined);
  return Object.keys(more).length > 0 || good.length !== proof.length ? undefined : { log, from, to, proof: good };
};

/** The tag files of BagIt 1.0 (RFC 8493) in the exact shapes of format.md. */
export const bundleFormat = "1";
export const bagitText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

export interface BagInfo {
  /** `YYYY-MM-DD`. */ readonly date: string;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
  /** 32 hex digits. */ readonly bundleId: string;
}

export const bagInfoText = ({ date, payloadBytes, payloadFiles, bundleId }: BagInfo): string =>
  [
    `Bagging-Date: ${date}`,
    `Payload-Oxum: ${payloadBytes}.${payloadFiles}`,
    `External-Identifier: ${bundleId}`,
    "Bag-Software-Agent: Holdfast",
    `Holdfast-Bundle-Format: ${bundleFormat}`,
    "",
  ].join("\n");

/** Of any bundle, also of one from the future: read before anything else is believed. undefined: it does not say. */
export const formatOf = (text: string): string | undefined => /^Holdfast-Bundle-Format: (.*)$/mu.exec(text)?.[1];

/** Only what `bagInfoText` writes; undefined otherwise. */
export const parseBagInfo = (text: string): BagInfo | undefined => {
  const [, date, bytes, files, bundleId] =
    /^Bagging-Date: (\d{4}-\d\d-\d\d)\nPayload-Oxum: (\d{1,15})\.(\d{1,6})\nExternal-Identifier: ([0-9a-f]{32})\n/u.exec(text) ?? [];
  if (date === undefined || bundleId === undefined) return undefined;
  const info = { date, payloadBytes: Number(bytes), payloadFiles: Number(files), bundleId };
  return bagInfoText(info) === text ? info : undefined;
};

/** Path → SHA-256 in hex. Two spaces, so that `sha256sum -c` reads it. */
export type Manifest = ReadonlyMap<string, string>;

export const manifestText = (manifest: Manifest): string => [...manifest].map(([path, digest]) => `${digest}  ${path}\n`).join("");

/** Every line `digest`, two spaces, path, newline; no path twice. undefined otherwise. */
export const parseManifest = (text: string): Manifest | undefined => {
  const manifest = new Map<string, string>();
  const lines = text.split("\n");
  if (lines.pop() !== "") return undefined;
  for (const line of lines) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}([^\r]+)$/u.exec(line) ?? [];
    if (digest === undefined || path === undefined || manifest.has(path)) return undefined;
    manifest.set(path, digest);
  }
  return manifest;
};

/** Names in the bag's folder. */
export const paths = {
  bagit: "bagit.txt",
  bagInfo: "bag-info.txt",
  manifest: "manifest-sha256.txt",
  tagManifest: "tagmanifest-sha256.txt",
  signature: "tagmanifest-sha256.txt.minisig",
  signingKey: "signing-key.pub",
  howToCheck: "HOW-TO-CHECK.txt",
  report: "data/report.pdf",
  caseJson: "data/case.json",
  timeline: "data/timeline.jsonl",
  checkpoints: "data/checkpoints/",
  consistency: "data/consistency.jsonl",
  custody: "data/custody.jsonl",
  padding: "data/padding.bin",
  notices: "data/notices/",
  evidence: "data/evidence/",
} as const;

export const folderOf = (bundleId: string): string => `bundle-${bundleId.slice(0, 8)}`;

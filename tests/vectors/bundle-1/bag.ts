import { consistencyProof, rootOf } from "../../../src/crypto/merkle.ts";
import { signingKeyFromSeed } from "../../../src/crypto/sign.ts";
import { publicKeyText, signatureText } from "../../../src/export/bag/minisign.ts";
import { checkpointText } from "../../../src/export/bag/checkpoint.ts";
import { paths } from "../../../src/export/bag/tags.ts";
import { base64, fromUtf8, hex, utf8 } from "../../../src/lib/bytes.ts";
import { bundleId, craft, theLog, type Files, type Spoil } from "./craft.ts";
import type { Made } from "./made.ts";

/** Vectors whose fault lies in the bag, in its seal, or in what it says of the log. */
const textOf = (files: Files, path: string): string => fromUtf8(files.get(path) ?? new Uint8Array(0)) ?? "";
const edit =
  (path: string, change: (text: string) => string) =>
  (files: Files): void =>
    void files.set(path, utf8(change(textOf(files, path))));
const evidence = `${paths.evidence}001-listing-page.png`;
const otherSeed = utf8("another seed of thirty-two bytes");
const continuity = { disclosure: { continuity: true, entries: [0, 2, 4] } } as const;

export const bag = async (): Promise<readonly Made[]> => {
  const { source, seed } = theLog();
  const log = source.logId;
  const ours = hex(signingKeyFromSeed(seed).publicKey);
  const leaves = source.leaves();
  const earlier = { log, size: 3, root: base64(rootOf(leaves.slice(0, 3))) };
  const consistency = (proof = consistencyProof(leaves, 3)): string =>
    `${JSON.stringify({ log, from: 3, to: leaves.length, proof: proof.map(hex) })}\n`;
  const held = { "entries-prove": "pass", "extends-earlier": "first-time" } as const;
  const checkpoint = paths.checkpoints + log;
  const make = async (name: string, about: string, spoil: Spoil, outcome: Partial<Made>): Promise<Made> => ({
    name,
    about,
    file: await craft(spoil),
    ...outcome,
  });
  const withProof = (text: string): Spoil => ({ ...continuity, payload: (files) => void files.set(paths.consistency, utf8(text)) });
  return Promise.all([
    make("good-continuity", "every entry proves into its checkpoint", continuity, { passes: true, outcomes: held }),
    make("good-no-evidence", "nothing but the record", { files: [] }, { passes: true }),
    make(
      "good-key-known",
      "the key is the one seen before",
      {},
      { passes: true, before: { keys: [ours] }, outcomes: { "key-known": "pass" } },
    ),
    make("good-extends", "extends the earlier bundle", withProof(consistency()), {
      passes: true,
      before: { checkpoint: earlier },
      outcomes: { ...held, "extends-earlier": "pass" },
    }),
    make(
      "format-2",
      "a format that is not known",
      { info: (text) => text.replace("Format: 1", "Format: 2") },
      { code: "bundle-format-unknown" },
    ),
    make(
      "bagit-0.97",
      "an older BagIt",
      { tags: edit(paths.bagit, (text) => text.replace("1.0", "0.97")) },
      { code: "bundle-format-unknown" },
    ),
    make("no-bag-info", "nothing says what it is", { signed: (files) => void files.delete(paths.bagInfo) }, { code: "bundle-malformed" }),
    make(
      "bag-info-with-more",
      "a line that the format does not have",
      { info: (text) => `${text}Contact-Phone: 1\n` },
      { code: "bundle-malformed" },
    ),
    make(
      "oxum-lies",
      "payload counted wrong",
      { info: (text) => text.replace(/Oxum: \d+/u, "Oxum: 1") },
      { fails: { "format-known": [paths.bagInfo] } },
    ),
    make(
      "folder-renamed",
      "the folder is not named for the bundle",
      { folder: "bundle-00000000" },
      { fails: { "names-allowed": ["bundle-00000000"] } },
    ),
    make(
      "file-unlisted",
      "a file that no manifest lists",
      { signed: (files) => void files.set(`${paths.evidence}002-more.txt`, utf8("x")) },
      {
        fails: {
          "format-known": [paths.bagInfo],
          "files-listed": [`${paths.evidence}002-more.txt`],
          "evidence-disclosed": [`${paths.evidence}002-more.txt`],
        },
      },
    ),
    make(
      "tag-file-unlisted",
      "a tag file beside the seal",
      { signed: (files) => void files.set("README.txt", utf8("x")) },
      { fails: { "names-allowed": ["README.txt"], "files-listed": ["README.txt"] } },
    ),
    make(
      "file-missing",
      "a listed file is gone",
      { signed: (files) => void files.delete(evidence) },
      { fails: { "format-known": [paths.bagInfo], "files-present": [evidence] } },
    ),
    make(
      "how-to-check-missing",
      "the explanation is gone",
      { signed: (files) => void files.delete(paths.howToCheck) },
      { fails: { "files-present": [paths.howToCheck] } },
    ),
    make(
      "evidence-changed",
      "the picture is another one",
      { signed: edit(evidence, (text) => text.replace("stands", "STANDS")) },
      { fails: { "digests-match": [evidence], "evidence-disclosed": [evidence] } },
    ),
    make(
      "report-changed",
      "the report was edited",
      { signed: edit(paths.report, (text) => text.replace("stands", "STANDS")) },
      { fails: { "digests-match": [paths.report] } },
    ),
    make(
      "manifest-changed",
      "a picture and its line in the manifest are others",
      { signed: edit(paths.manifest, (text) => text.replace(/^[0-9a-f]{8}/u, "00000000")) },
      { fails: { "digests-match": [paths.report, paths.manifest] } },
    ),
    make(
      "manifest-malformed",
      "a line with one space",
      { manifest: (text) => text.replace("  ", " ") },
      {
        fails: {
          "format-known": [paths.manifest],
          "files-listed": [
            paths.report,
            paths.caseJson,
            paths.timeline,
            paths.custody,
            `${paths.notices}001-example-videos.txt`,
            evidence,
            paths.padding,
          ],
        },
      },
    ),
    make(
      "manifest-leaves",
      "lists a file outside of the folder",
      { manifest: (text) => `${text}${"0".repeat(64)}  data/../../x\n` },
      { fails: { "names-allowed": ["data/../../x"], "files-present": ["data/../../x"] } },
    ),
    make(
      "file-without-place",
      "a listed file of a kind that no bundle holds",
      { payload: (files) => void files.set("data/run.exe", utf8("MZ")) },
      { fails: { "names-allowed": ["data/run.exe"] } },
    ),
    make(
      "tag-manifest-changed",
      "the signed file is another one",
      { signed: edit(paths.tagManifest, (text) => text.replace(/^[0-9a-f]{8}/u, "00000000")) },
      { fails: { "digests-match": [paths.bagit], "seal-valid": [paths.signature] } },
    ),
    make(
      "signature-of-other-key",
      "signed by a key that is not the one inside",
      { signWith: otherSeed },
      { fails: { "seal-valid": [paths.signature] } },
    ),
    make(
      "all-by-other-key",
      "whole and valid, but of another key than before",
      {
        signWith: otherSeed,
        tags: (files) => void files.set(paths.signingKey, utf8(publicKeyText(signingKeyFromSeed(otherSeed).publicKey))),
      },
      { fails: { "key-known": [paths.signingKey] }, before: { keys: [ours] } },
    ),
    make(
      "signature-of-other-file",
      "a valid signature of something else",
      {
        signed: (files) =>
          void files.set(
            paths.signature,
            utf8(
              signatureText(
                signingKeyFromSeed(seed),
                utf8("another file"),
                `bundle ${bundleId} sealed 2026-11-22T09:58:00.000Z for my lawyer`,
              ),
            ),
          ),
      },
      { fails: { "seal-valid": [paths.signature] } },
    ),
    make(
      "comment-changed",
      "the label was edited after signing",
      { signed: edit(paths.signature, (text) => text.replace("my lawyer", "my friend")) },
      { fails: { "seal-valid": [paths.signature] } },
    ),
    make(
      "comment-of-other-bundle",
      "the seal names another bundle",
      { comment: (text) => text.replace("3f9c0d5e", "00000000") },
      { fails: { "seal-valid": [paths.signature] } },
    ),
    make(
      "comment-with-bidi",
      "a label that shows other than it is",
      { comment: (text) => `${text}\u202E` },
      { fails: { "seal-valid": [paths.signature] } },
    ),
    make(
      "no-signature",
      "nothing is signed",
      { signed: (files) => void files.delete(paths.signature) },
      { fails: { "files-present": [paths.signature], "seal-valid": [paths.signature] } },
    ),
    make(
      "case-unknown-member",
      "case.json says something that the format does not know",
      { payload: edit(paths.caseJson, (text) => text.replace("{", '{"device":"x",')) },
      { fails: { "format-known": [`${paths.caseJson}#device`] } },
    ),
    make(
      "case-unknown-format",
      "case.json of another format",
      { payload: edit(paths.caseJson, (text) => text.replace("holdfast-case/1", "holdfast-case/2")) },
      { fails: { "format-known": [`${paths.caseJson}#format`] } },
    ),
    make(
      "case-no-json",
      "case.json is none",
      { payload: edit(paths.caseJson, () => "{") },
      { fails: { "format-known": [`${paths.caseJson}#`] } },
    ),
    make(
      "timeline-no-json",
      "a line that is none",
      { payload: edit(paths.timeline, (text) => `${text}{\n`) },
      { fails: { "format-known": [`${paths.timeline}:6`] } },
    ),
    make(
      "timeline-too-deep",
      "a line nested a thousand times",
      { payload: edit(paths.timeline, (text) => `${text}{"n":6,"entry":${"[".repeat(1000)}${"]".repeat(1000)}}\n`) },
      { fails: { "format-known": [`${paths.timeline}:6`] } },
    ),
    make(
      "timeline-not-canonical",
      "another spelling of an entry",
      { payload: edit(paths.timeline, (text) => text.replace('\\"kind\\":\\"case', '\\"kind\\": \\"case')) },
      { fails: { "format-known": [1, 2, 3, 4, 5].map((n) => `${paths.timeline}:${n}`).slice(0, 1) } },
    ),
    make(
      "timeline-number-missing",
      "an entry was taken out of an extract",
      {
        payload: edit(paths.timeline, (text) =>
          text
            .split("\n")
            .filter((_, i) => i !== 1)
            .join("\n"),
        ),
      },
      { fails: { "format-known": [2, 3, 4].map((n) => `${paths.timeline}:${n}`), "evidence-disclosed": [evidence] } },
    ),
    make(
      "evidence-not-disclosed",
      "a picture that no disclosed entry names",
      { disclosure: { entries: [0, 1, 2] } },
      { fails: { "evidence-disclosed": [evidence] } },
    ),
    make(
      "padding-not-zero",
      "something hides in the padding",
      { payload: (files) => void files.set(paths.padding, utf8("hidden").slice()) },
      { fails: { "format-known": [paths.padding] } },
    ),
    make(
      "custody-no-json",
      "a line of custody that is none",
      { payload: edit(paths.custody, (text) => `${text}x\n`) },
      { fails: { "format-known": [`${paths.custody}:2`] } },
    ),
    make(
      "proof-wrong",
      "one hash of a proof is another",
      { ...continuity, payload: edit(paths.timeline, (text) => text.replace(/"proof":\["[0-9a-f]{8}/u, '"proof":["00000000')) },
      { fails: { "entries-prove": ["0"] }, outcomes: { "extends-earlier": "first-time" } },
    ),
    make(
      "entry-of-other-text",
      "an entry in a record with continuity says something else",
      { ...continuity, payload: edit(paths.timeline, (text) => text.replace("example-videos.test", "example-vidoes.test")) },
      { fails: { "entries-prove": ["2"] }, outcomes: { "extends-earlier": "first-time" } },
    ),
    make(
      "entry-of-other-salt",
      "the salt of an entry is another",
      { ...continuity, payload: edit(paths.timeline, (text) => text.replace(/"salt":"..../u, '"salt":"AAAA')) },
      { fails: { "entries-prove": ["0"] }, outcomes: { "extends-earlier": "first-time" } },
    ),
    make(
      "checkpoint-size-lies",
      "the record is said to be shorter",
      { ...continuity, payload: edit(checkpoint, (text) => text.replace(`\n${leaves.length}\n`, "\n5\n")) },
      { fails: { "entries-prove": ["4"] }, outcomes: { "extends-earlier": "first-time" } },
    ),
    make(
      "checkpoint-root-lies",
      "another root",
      {
        ...continuity,
        payload: (files) => void files.set(checkpoint, utf8(checkpointText({ log, size: leaves.length, root: new Uint8Array(32) }))),
      },
      { fails: { "entries-prove": ["0", "2", "4"] }, outcomes: { "extends-earlier": "first-time" } },
    ),
    make(
      "checkpoint-missing",
      "entries with proofs and nothing to prove them into",
      { ...continuity, payload: (files) => void files.delete(checkpoint) },
      { fails: { "entries-prove": ["0", "2", "4"] } },
    ),
    make(
      "checkpoint-malformed",
      "a checkpoint with a leading zero",
      { ...continuity, payload: edit(checkpoint, (text) => text.replace("\n", "\n0")) },
      { fails: { "format-known": [checkpoint], "entries-prove": ["0", "2", "4"] } },
    ),
    make("forked", "does not extend the earlier bundle", withProof(consistency()), {
      before: { checkpoint: { ...earlier, root: base64(new Uint8Array(32)) } },
      fails: { "extends-earlier": [checkpoint] },
      outcomes: { "entries-prove": "pass" },
    }),
    make("consistency-missing", "brings no proof that it extends the earlier one", continuity, {
      before: { checkpoint: earlier },
      fails: { "extends-earlier": [checkpoint] },
      outcomes: { "entries-prove": "pass" },
    }),
    make("consistency-malformed", "a proof that is none", withProof('{"log":1}\n'), {
      fails: { "format-known": [`${paths.consistency}:1`] },
      outcomes: held,
    }),
  ]);
};

import { paths } from "../../../src/export/bag/tags.ts";
import { concat, utf8 } from "../../../src/lib/bytes.ts";
import { centralOf, craft, patched, renamed, zipOf } from "./craft.ts";
import type { Made } from "./made.ts";

/** Vectors whose fault lies in the zip. */
const folder = "bundle-3f9c0d5e";
const evidence = `${folder}/${paths.evidence}001-listing-page.png`;
const localAt = (zip: Uint8Array, central: number): number => new DataView(zip.buffer, zip.byteOffset).getUint32(central + 42, true);

export const archive = async (): Promise<readonly Made[]> => {
  const spoilt = (zip: (zip: Uint8Array) => Uint8Array): Promise<Uint8Array> => craft({ zip });
  const named = (to: string, where?: "both" | "local"): Promise<Uint8Array> => spoilt((zip) => renamed(zip, evidence, to, where));
  /** The evidence's name in a text of the same length that begins with `start`. */
  const padTo = (start: string): string => {
    let out = start;
    while (utf8(out).length < utf8(evidence).length) out += "x";
    return out;
  };
  const central = (zip: Uint8Array): number => centralOf(zip, "001-listing-page.png");
  const end = (zip: Uint8Array): number => zip.length - 22;
  const two = (a: string, b: string): Promise<Uint8Array> => craft({ signed: (files) => void files.set(a, utf8("a")).set(b, utf8("b")) });
  const plain = await zipOf([["readme.txt", utf8("not in a folder")]]);
  return [
    { name: "name-dot-dot", about: "leaves its folder", file: await named(padTo(`${folder}/data/../../`)), code: "bundle-bad-name" },
    { name: "name-absolute", about: "begins at the root", file: await named(padTo("/etc/")), code: "bundle-bad-name" },
    { name: "name-drive", about: "names a drive of Windows", file: await named(padTo("C:/windows/")), code: "bundle-bad-name" },
    {
      name: "name-backslash",
      about: "a separator on Windows only",
      file: await named(padTo(`${folder}/data\\evidence\\`)),
      code: "bundle-bad-name",
    },
    {
      name: "name-bidi",
      about: "shows another ending than it has",
      file: await named(padTo(`${folder}/data/evidence/\u202Egnp.`)),
      code: "bundle-bad-name",
    },
    { name: "name-control", about: "holds a newline", file: await named(padTo(`${folder}/data/evidence/a\n`)), code: "bundle-bad-name" },
    {
      name: "name-device",
      about: "a device on Windows",
      file: await named(`${folder}/data/evidence/con.`.padEnd(evidence.length, "x")),
      code: "bundle-bad-name",
    },
    {
      name: "name-not-nfc",
      about: "a letter and its accent apart",
      file: await named(padTo(`${folder}/data/evidence/e\u0301`)),
      code: "bundle-bad-name",
    },
    {
      name: "name-not-utf8",
      about: "bytes that are no text",
      file: await spoilt((zip) => patched(zip, [central(zip) + 46 + 30, 2, 0xfffe])),
      code: "bundle-bad-name",
    },
    {
      name: "name-directory",
      about: "a folder as an entry of its own",
      file: await named(evidence.slice(0, -1).concat("/")),
      code: "bundle-bad-name",
    },
    {
      name: "names-same-by-case",
      about: "two names that Windows and macOS take for one",
      file: await two("data/evidence/Aa.png", "data/evidence/aA.png"),
      code: "bundle-bad-name",
    },
    {
      name: "names-same-by-long-s",
      about: "two names that are one in capitals",
      file: await two("data/evidence/ſ.png", "data/evidence/S.png"),
      code: "bundle-bad-name",
    },
    {
      name: "names-same",
      about: "one name twice",
      file: await craft({
        signed: (files) => void files.set("data/evidence/Aa.png", utf8("a")).set("data/evidence/aA.png", utf8("b")),
        zip: (zip) => renamed(zip, `${folder}/data/evidence/aA.png`, `${folder}/data/evidence/Aa.png`),
      }),
      code: "bundle-bad-name",
    },
    {
      name: "name-differs-locally",
      about: "record and directory name it differently",
      file: await named(padTo(`${folder}/data/evidence/002`), "local"),
      code: "bundle-bad-name",
    },
    {
      name: "compressed",
      about: "one entry says it is deflated",
      file: await spoilt((zip) => patched(zip, [central(zip) + 10, 2, 8], [localAt(zip, central(zip)) + 8, 2, 8])),
      code: "bundle-compressed",
    },
    {
      name: "compressed-locally",
      about: "only its local record says so",
      file: await spoilt((zip) => patched(zip, [localAt(zip, central(zip)) + 8, 2, 8])),
      code: "bundle-malformed",
    },
    {
      name: "encrypted-entry",
      about: "one entry says it is encrypted",
      file: await spoilt((zip) => patched(zip, [central(zip) + 8, 2, 0x0809])),
      code: "bundle-malformed",
    },
    {
      name: "symbolic-link",
      about: "one entry is a link",
      file: await spoilt((zip) => patched(zip, [central(zip) + 40, 2, 0o120777])),
      code: "bundle-malformed",
    },
    {
      name: "size-lies-directory",
      about: "the directory says one byte more",
      file: await spoilt((zip) => patched(zip, [central(zip) + 20, 4, 373], [central(zip) + 24, 4, 373])),
      code: "bundle-size-lies",
    },
    {
      name: "size-lies-unpacked",
      about: "packed and unpacked differ though it is stored",
      file: await spoilt((zip) => patched(zip, [central(zip) + 24, 4, 0x7fff_ffff])),
      code: "bundle-size-lies",
    },
    {
      name: "size-lies-huge",
      about: "one entry claims two gigabytes",
      file: await spoilt((zip) => patched(zip, [central(zip) + 20, 4, 0x7fff_ffff], [central(zip) + 24, 4, 0x7fff_ffff])),
      code: "bundle-size-lies",
    },
    {
      name: "overlap",
      about: "two entries share their bytes",
      file: await spoilt((zip) => patched(zip, [central(zip) + 42, 4, localAt(zip, centralOf(zip, "case.json"))])),
      code: "bundle-size-lies",
    },
    {
      name: "bytes-before",
      about: "something stands before the first entry",
      file: await spoilt((zip) => concat(utf8("#!/bin/sh\n"), zip)),
      code: "bundle-size-lies",
    },
    {
      name: "comment-behind",
      about: "a comment behind the end",
      file: await spoilt((zip) => concat(patched(zip, [end(zip) + 20, 2, 3]), utf8("abc"))),
      code: "bundle-malformed",
    },
    {
      name: "too-many-entries",
      about: "claims 65,535 entries",
      file: await spoilt((zip) => patched(zip, [end(zip) + 8, 2, 0xffff], [end(zip) + 10, 2, 0xffff])),
      code: "bundle-too-many-entries",
    },
    {
      name: "one-entry-hidden",
      about: "the end counts one entry less",
      file: await spoilt((zip) => {
        const view = new DataView(zip.buffer, zip.byteOffset);
        const count = view.getUint16(end(zip) + 10, true) - 1;
        return patched(zip, [end(zip) + 8, 2, count], [end(zip) + 10, 2, count]);
      }),
      code: "bundle-size-lies",
    },
    {
      name: "no-zip",
      about: "something else was encrypted",
      file: await spoilt(() => utf8("just a text, and nothing that ends like a zip")),
      code: "bundle-malformed",
    },
    { name: "no-folder", about: "a zip without the folder of a bag", file: await spoilt(() => plain), code: "bundle-malformed" },
    {
      name: "two-folders",
      about: "one entry lies beside the folder",
      file: await craft({ signed: (files) => void files.set("~elsewhere/a.txt", utf8("a")) }),
      code: "bundle-malformed",
    },
  ];
};

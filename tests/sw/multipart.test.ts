import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundaryOf, multipartParser } from "../../src/sw/multipart.ts";

const encoder = new TextEncoder();
const text = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

interface Part {
  readonly name: string;
  readonly file: string | null;
  readonly type: string;
  readonly data: Uint8Array;
}

/** As browsers write one. */
const bodyOf = (boundary: string, parts: readonly Part[]): Uint8Array => {
  const escaped = (name: string): string => name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
  const chunks = parts.flatMap(({ name, file, type, data }) => [
    encoder.encode(
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"${file === null ? "" : `; filename="${escaped(file)}"`}\r\n` +
        `${file === null ? "" : `Content-Type: ${type}\r\n`}\r\n`,
    ),
    data,
    encoder.encode("\r\n"),
  ]);
  return Uint8Array.from([...chunks, encoder.encode(`--${boundary}--\r\n`)].flatMap((chunk) => [...chunk]));
};

/** What a parser makes of a body cut at these places, and the most that it held at once. */
const parse = (boundary: string, body: Uint8Array, cuts: readonly number[]) => {
  const parser = multipartParser(boundary);
  const parts: { name: string; file: string | null; type: string; data: string; ended: boolean }[] = [];
  const places = [0, ...cuts.map((cut) => cut % (body.length + 1)).toSorted((a, b) => a - b), body.length];
  for (const [i, from] of places.entries()) {
    for (const event of parser.feed(body.subarray(from, places[i + 1] ?? body.length))) {
      const last = parts.at(-1);
      if (event.is === "part") parts.push({ name: event.name, file: event.file, type: event.type, data: "", ended: false });
      else if (last !== undefined && event.is === "data") last.data += text(event.bytes);
      else if (last !== undefined) last.ended = true;
    }
  }
  return { parts, isWhole: parser.isWhole() };
};

const boundary = "----WebKitFormBoundary4eVSSHtfevh64Eki";
const part = fc.record({
  name: fc.constantFrom("title", "files", 'a "b"', "ä\r\nö"),
  file: fc.option(fc.constantFrom("bild.png", "", 'a"; name="x.png', "日本.jpg"), { nil: null }),
  type: fc.constantFrom("image/png", "text/plain", ""),
  // Bytes that look like the beginnings of a boundary.
  data: fc
    .array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom("\r\n", "\r", "\r\n--", `\r\n--${boundary.slice(0, -1)}`, "--").map((s) => encoder.encode(s)),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => Uint8Array.from(pieces.flatMap((piece) => [...piece])))
    // A browser chooses a boundary that is not in what it sends.
    .filter((data) => !text(data).includes(`\r\n--${boundary}`)),
});
const cuts = fc.array(fc.nat(), { maxLength: 12 });

test("any cutting of a body gives the parts that were sent, to the byte", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), cuts, (parts, at) => {
      const { parts: read, isWhole } = parse(boundary, bodyOf(boundary, parts), at);
      expect(isWhole).toBe(true);
      expect(read).toEqual(
        parts.map(({ name, file, type, data }) => ({
          name: name.replaceAll(/[\r\n]/gu, " "),
          file: file,
          type: file === null ? "" : type,
          data: text(data),
          ended: true,
        })),
      );
    }),
  );
});

test("one byte at a time", () => {
  const body = bodyOf(boundary, [
    { name: "files", file: "a.png", type: "image/png", data: encoder.encode(`x\r\n--${boundary.slice(0, 9)}\r`) },
    { name: "text", file: null, type: "", data: new Uint8Array() },
  ]);
  const whole = parse(boundary, body, []);
  expect(parse(boundary, body, [...body.keys()])).toEqual(whole);
  expect(whole.parts.map(({ data }) => data)).toEqual([`x\r\n--${boundary.slice(0, 9)}\r`, ""]);
});

test("a body that is cut off is not whole, and gives no more than what came", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.nat(), cuts, (parts, end, at) => {
      const body = bodyOf(boundary, parts);
      // Behind the closing line nothing counts.
      const { parts: read, isWhole } = parse(boundary, body.subarray(0, end % (body.length - 2)), at);
      expect(isWhole).toBe(false);
      for (const [i, one] of read.entries()) expect(text(parts[i]?.data ?? new Uint8Array()).startsWith(one.data)).toBe(true);
      expect(read.slice(0, -1).every(({ ended }) => ended)).toBe(true);
    }),
  );
});

test("1,000 mutated bodies: each ends, by itself or as not whole, and nothing is made up", () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      cuts,
      (parts, changes, at) => {
        const body = bodyOf(boundary, parts);
        for (const [where, byte] of changes) body[where % body.length] = byte;
        const { parts: read } = parse(boundary, body, at);
        expect(read.reduce((sum, { data }) => sum + data.length, 0)).toBeLessThanOrEqual(body.length);
      },
    ),
    { numRuns: 1_000 },
  );
});

test("a head without an end is held up to a limit, and then nothing more is", () => {
  const parser = multipartParser(boundary);
  parser.feed(encoder.encode(`--${boundary}\r\nContent-Disposition: form-data; name="`));
  for (let i = 0; i < 100; i++) expect(parser.feed(new Uint8Array(4_096).fill(97))).toEqual([]);
  expect(parser.feed(encoder.encode(`"\r\n\r\nx\r\n--${boundary}--`))).toEqual([]);
  expect(parser.isWhole()).toBe(false);
});

describe("the boundary", () => {
  test.each([
    ["multipart/form-data; boundary=----WebKitFormBoundaryS1aT", "----WebKitFormBoundaryS1aT"],
    ['multipart/form-data; boundary="a b"', undefined],
    ['Multipart/Form-Data; charset=utf-8; boundary="a+b"; x=y', "a+b"],
    ["multipart/mixed; boundary=a", undefined],
    ["multipart/form-data", undefined],
    ["multipart/form-data; boundary=", undefined],
    [`multipart/form-data; boundary=${"a".repeat(71)}`, undefined],
    [null, undefined],
  ])("%s", (type, found) => {
    expect(boundaryOf(type)).toBe(found);
  });
});

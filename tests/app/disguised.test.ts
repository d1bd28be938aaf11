import { describe, expect, test } from "vitest";
import { bytesToBelieve, isDisguised } from "../../src/app/disguised.ts";
import { utf8 } from "../../src/lib/bytes.ts";

const verdicts = ["adult", "unknown", "under-18"] as const;
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]);
const encoded = Array.from({ length: 8 }, (_, n) =>
  btoa(String.fromCharCode(...Array.from({ length: 57 }, (__, i) => (i * 37 + n * 91) % 256))),
);

describe("a file of a backup that is said to be text", () => {
  test("is out when its bytes are a picture, a film, or no text", () => {
    const behind = new Uint8Array([...utf8("hello "), ...jpeg]);
    const film = new Uint8Array([0, 0, 0, 24, ...utf8("ftypisom"), 0, 0, 2, 0, ...utf8("isomiso2")]);
    for (const verdict of verdicts) for (const bytes of [jpeg, behind, film]) expect(isDisguised(bytes, verdict)).toBe(true);
  });

  test("is believed when it is text, in UTF-8, UTF-16 or an older encoding", () => {
    const wide = new Uint8Array([0xff, 0xfe, 104, 0, 105, 0]);
    for (const verdict of verdicts)
      for (const bytes of [utf8("He said: send more."), wide, new Uint8Array([71, 114, 252, 223, 101]), new Uint8Array()])
        expect(isDisguised(bytes, verdict)).toBe(false);
  });

  test("is out when a picture is spelled out in it, unless everyone is an adult; then its start is enough", () => {
    const mail = utf8(`Content-Type: image/jpeg\r\n\r\n${encoded.join("\r\n")}\r\n`);
    const svg = utf8("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>");
    for (const bytes of [mail, svg]) expect(verdicts.map((verdict) => isDisguised(bytes, verdict))).toEqual([false, true, true]);
    expect(bytesToBelieve("adult")).toBeLessThan(bytesToBelieve("unknown"));
    expect(isDisguised(utf8("é".repeat(4000)).subarray(0, bytesToBelieve("adult") - 1), "adult")).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlToText } from "../../src/evidence/html-text.ts";
import { readMail } from "../../src/evidence/mail.ts";
import extortion from "../samples/extortion.eml?raw";
import reply from "../samples/platform-reply.eml?raw";

const read = async (text: string | Uint8Array<ArrayBuffer>) => {
  const mail = await readMail(new Blob([text]));
  if (!mail.ok) throw new Error(mail.error.code);
  return mail.value;
};

describe("the samples", () => {
  test("the fake removal service: words decoded, headers whole, plain part", async () => {
    const mail = await read(extortion);
    expect(mail).toMatchObject({
      from: "Content Removal Team 🛡 <support@secure-mail.example>",
      to: "ana@friendly.example",
      subject: "Your video – we can delete it today",
      date: "Thu, 19 Nov 2026 20:58:09 +0000",
      attachments: [],
      holdsMedia: false,
    });
    expect(mail.headers).toBe(extortion.slice(0, extortion.indexOf("\r\n\r\n") + 2));
    expect(mail.text.split("\n").slice(0, 2)).toEqual([
      "Hello Ana,",
      "We are the Content Removal Team. We have found your video on 14 sites and guarantee 100% removal within 2 hours.",
    ]);
    expect(mail.text).not.toContain("evil.example");
  });

  test("the platform's answer", async () => {
    expect(await read(reply)).toMatchObject({
      from: "Clipmirror Trust & Safety <no-reply@clipmirror.example>",
      subject: "[#55120] Your report",
      text: "Thanks for your report #55120 about https://clipmirror.example/watch?v=8f3kQz_01\nThe item has been removed. We do not prevent re-uploads at this time.\n",
    });
  });

  test("an HTML-only mail becomes text with its link targets; tracker and script leave nothing", async () => {
    const html = extortion.replace(/--b0undary\r\nContent-Type: text\/plain[^]*?(?=--b0undary\r\n)/u, "");
    const before = performance.getEntriesByType("resource").length;
    expect((await read(html)).text).toBe("Hello Ana,\n\nWe guarantee removal. Pay [https://pay.secure-mail.example]");
    expect(performance.getEntriesByType("resource").length).toBe(before);
  });
});

describe("shapes of mail", () => {
  test("attachments are named and dropped", async () => {
    const mail = await read(
      'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nhi\r\n--x\r\nContent-Type: image/png; name="=?utf-8?Q?f=C3=B8to.png?="\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n',
    );
    expect(mail.attachments).toEqual([{ name: "føto.png", type: "image/png", size: 3 }]);
    expect(JSON.stringify(mail)).not.toContain("AAAA");
    expect(mail.headers).toBe("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n");
  });
  test("a name that pretends to be another address shows both", async () =>
    expect((await read('From: "support@bank.example" <x@evil.example>\n\nhi')).from).toBe("support@bank.example <x@evil.example>"));
  test("groups, several receivers, a folded date", async () =>
    expect(await read("To: Team: a@b.example, c@d.example;, e@f.example\nDate: Thu,\n 19 Nov 2026\n\nhi")).toMatchObject({
      to: "Team: a@b.example, c@d.example, e@f.example",
      date: "Thu, 19 Nov 2026",
      from: "",
    }));
  test("bytes that are no UTF-8 are kept in the headers", async () =>
    expect((await read(new Uint8Array([...new TextEncoder().encode("Subject: caf"), 0xe9, 10, 10, 104, 105]))).headers).toBe(
      "Subject: café\n",
    ));
  test.each([
    ["a text", "dear diary: nothing\n\nmore", "message-unreadable"],
    ["nothing", "", "file-empty"],
    ["a header without end", `Subject: x\n${"a: b\n".repeat(60_000)}`, "message-unreadable"],
    [
      "too many levels",
      `From: a@b.example\n${Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join("")}`,
      "message-unreadable",
    ],
  ])("%s is refused by name", async (_, text, code) => expect(await readMail(new Blob([text]))).toEqual({ ok: false, error: { code } }));
});

describe("what may hold a picture", () => {
  const part = (type: string, more = "") =>
    `From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: ${type}\n${more}\nAAAA\n--x--\n`;
  test.each([
    ["a picture", part("image/png"), true],
    ["a picture shown inside", part("image/png", "Content-ID: <1>\nContent-Disposition: inline\n"), true],
    ["something without a type of its own", part("application/octet-stream"), true],
    ["a web page attached", part("text/html", "Content-Disposition: attachment\n"), true],
    ["a picture written into the HTML", "From: a@b.example\nContent-Type: text/html\n\n<img src=data:image/png;base64,AAAA>", true],
    ["an archive", part("application/zip"), true],
    ["a picture in a forwarded mail", part("message/rfc822", "\nContent-Type: image/png\n"), true],
    ["a text attached", part("text/csv"), false],
    ["nothing but text", "From: a@b.example\n\nhi", false],
  ])("%s", async (_, mail, want) => expect((await read(mail)).holdsMedia).toBe(want));
});

describe("text of HTML", () => {
  test.each([
    ["a<br>b<p>c</p>d", "a\nb\nc\nd"],
    ["<style>x{}</style><SCRIPT>alert(1)</script >ok<!-- no -->", "ok"],
    ["&lt;b&gt; &amp; &#x1F600; &#39;&eacute;&unknown; &constructor;", "<b> & 😀 'é&unknown; &constructor;"],
    ["<a title=\"a>b\" href='https://x.example/?a=1&amp;b=2'>go</a>", "go [https://x.example/?a=1&b=2]"],
    ["<a href=javascript:alert(1)>x</a>", "x [javascript:alert(1)]"],
    ["1 < 2 and <3", "1 < 2 and <3"],
    ['<p title="odd>text</p>more', "text\nmore"],
    ["<script>never closed", ""],
    ["<svg/onload=x>hidden</svg>shown", "shown"],
    ["<div\n", ""],
    ["&#0;&#xD800;&#9999999;", "\uFFFD\uFFFD\uFFFD"],
  ])("%j", (html, text) => expect(htmlToText(html)).toBe(text));

  test("hostile markup takes linear time", () => {
    const start = performance.now();
    for (const worst of ["<", "<a ", '<a href="', "<!--", "<script>", "<a '>", "&", "<a href", "< ", " \t", "<p\n"])
      htmlToText(worst.repeat(3e5));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test("mutated mails never throw", async () => {
  const lines = [...extortion.split(/(?<=\n)/u), ...reply.split(/(?<=\n)/u)];
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(...lines, "\r\n", "--b0undary\n", "=?utf-8?B?", "<a href=", "&#x", "Content-Type: message/rfc822\n\n"),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 30 }),
      fc.array(fc.nat({ max: 255 }), { maxLength: 20 }),
      async (parts, bytes) => {
        const mail = await readMail(new Blob([...parts, new Uint8Array(bytes)]));
        const seen = mail.ok ? Object.keys(mail.value).length : mail.error.code;
        expect([8, "message-unreadable", "file-empty"]).toContain(seen);
      },
    ),
    { numRuns: 300 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agesVerdict, picturesOf, subjectsVerdict } from "../../src/case/ages.ts";
import type { Id, RecipientKind, SubjectKey } from "../../src/case/events.ts";
import { carriesMedia, isMedia, linkMayLeave, linksMayLeave, mayLeave, mayShow, mediaAllowed } from "../../src/case/media.ts";
import type { CaseState } from "../../src/case/state.ts";
import { arbitraryHistory } from "./arbitrary.ts";
import { decide } from "../../src/case/decide.ts";
import { adultCase, after, answer, bundle, evidence, ids, idOf, link, now, opened, picture, report } from "./given.ts";

const recipients: readonly RecipientKind[] = ["friend", "helpline", "lawyer", "police"];

/** The rule once more, in its plainest form: nobody in any picture concerned was, or may have been, under 18. */
const everyoneAdult = (state: CaseState, pictures: readonly Id[], about: readonly SubjectKey[]): boolean => {
  const subjects = new Set(about);
  // A set goes on over what is added to it meanwhile: reports may cover reports, and messages be about them.
  for (const key of subjects) {
    for (const covered of state.reports.get(key.replace("report:", ""))?.covers ?? []) subjects.add(covered);
    for (const named of state.messages.get(key.replace("message:", ""))?.about ?? []) subjects.add(named);
  }
  const concerned = new Set(pictures);
  for (const key of subjects) {
    for (const one of state.pictures.keys()) if (key === `picture:${one}`) concerned.add(one);
    for (const { id, site, pictures: shown } of state.links.values()) {
      if (key === `link:${id}` || key.startsWith(`search:${id}/`) || key === `site:${site}`) for (const one of shown) concerned.add(one);
    }
  }
  const asked = concerned.size > 0 ? [...concerned] : [...state.pictures.keys()];
  return state.facts.minorNow !== "yes" && asked.length > 0 && asked.every((one) => state.pictures.get(one)?.age === "adult");
};

describe("no picture of anybody who was, or may have been, under 18", () => {
  test("ever enters, in whatever order ages are answered", () => {
    let entered = 0;
    fc.assert(
      fc.property(arbitraryHistory(80), ({ tried }) => {
        for (const { before, command, outcome } of tried) {
          if (command.do !== "add-evidence" || !outcome.ok || command.type === "text/plain") continue;
          entered += 1;
          expect(everyoneAdult(before, command.pictures, command.about)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(entered).toBeGreaterThan(50);
  });

  test("is shown or leaves once an age is corrected, to nobody", () => {
    let hidden = 0;
    fc.assert(
      fc.property(arbitraryHistory(80), ({ state }) => {
        for (const item of state.evidence.values()) {
          if (item.type === "text/plain" || everyoneAdult(state, item.pictures, item.about)) continue;
          hidden += 1;
          expect(mayShow(state, item.id)).toBe(false);
          for (const recipient of recipients) expect(mayLeave(state, item.id, recipient)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
    expect(hidden).toBeGreaterThan(20);
  });

  test("is in a bundle that was recorded", () => {
    fc.assert(
      fc.property(arbitraryHistory(80), ({ tried }) => {
        for (const { before, command, outcome } of tried) {
          if (command.do !== "record-bundle" || !outcome.ok) continue;
          for (const { item } of command.files) expect(mayLeave(before, item, command.recipient)).toBe(true);
          if (command.holdsLinks) expect(linksMayLeave(before, command.recipient)).toBe(true);
        }
      }),
    );
  });

  test("a bundle without links may go to a friend, whatever the age", () => {
    const minor = after(opened, ...picture(ids.other, "under18"), link(ids.link, [ids.other]));
    expect(decide(minor, bundle("friend", [], false), { now })).toMatchObject({ ok: true });
    expect(decide(minor, bundle("friend", [], true), { now })).toEqual({ ok: false, error: { code: "bundle-links-under-18" } });
  });

  test("is spelled out in any text that was kept", () => {
    fc.assert(
      fc.property(arbitraryHistory(), ({ tried }) => {
        for (const { before, command, outcome } of tried) {
          if (outcome.ok && carriesMedia(JSON.stringify(command))) expect(everyoneAdult(before, [], [])).toBe(true);
        }
      }),
    );
  });
});

describe("on the adult path", () => {
  test("a threat chat that shows no picture is accepted, shown and may leave", () => {
    const state = after(adultCase, evidence({ role: "chat", about: ["case"] }));
    expect(mayShow(state, ids.shot)).toBe(true);
    expect(recipients.map((recipient) => mayLeave(state, ids.shot, recipient))).toEqual([true, true, true, true]);
    expect(answer(state, bundle("friend", [ids.shot]))).toBe("ok");
  });

  test("an adult's picture is accepted beside one of somebody under 18, where it is about that one only", () => {
    const state = after(adultCase, ...picture(ids.other, "under18"));
    expect(answer(state, evidence({ pictures: [ids.adult], about: [`link:${ids.link}`] }))).toBe("ok");
    expect(answer(state, evidence({ pictures: [ids.adult, ids.other] }))).toBe("media-under-18");
    expect(mediaAllowed(state, [ids.adult])).toBe(true);
    expect(mediaAllowed(state, [])).toBe(false);
  });
});

describe("an age corrected later", () => {
  const state = after(adultCase, evidence({ pictures: [ids.adult] }));

  test.each(["under18", "unknown"] as const)("to %s hides it; corrected again, it shows", (age) => {
    const corrected = after(state, { do: "answer-age", picture: ids.adult, age });
    expect(mayShow(corrected, ids.shot)).toBe(false);
    expect(mayShow(after(corrected, { do: "answer-age", picture: ids.adult, age: "adult" }), ids.shot)).toBe(true);
  });

  test("hides what is about a link that turns out to show it", () => {
    const about = after(adultCase, evidence({ about: [`link:${ids.link}`], pictures: [ids.adult] }), ...picture(ids.other, "under18"));
    expect(mayShow(about, ids.shot)).toBe(true);
    expect(mayShow(after(about, { do: "set-link-pictures", link: ids.link, pictures: [ids.adult, ids.other] }), ids.shot)).toBe(false);
  });

  test("still lets the original be forgotten, and then nothing is shown", () => {
    const forgotten = after(
      state,
      { do: "answer-age", picture: ids.adult, age: "under18" },
      { do: "forget-original", evidence: ids.shot, reason: "a lawyer was asked" },
    );
    expect(forgotten.evidence.get(ids.shot)).toMatchObject({ forgotten: true, sha256: "a".repeat(64) });
    const adult = after(forgotten, { do: "answer-age", picture: ids.adult, age: "adult" });
    expect(mayShow(adult, ids.shot)).toBe(false);
  });
});

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** 600 characters as base64 has them, in lines. */
const encoded = (line: number, end: string): string =>
  Array.from({ length: Math.ceil(600 / line) }, (_, row) =>
    Array.from({ length: line }, (_unused, i) => alphabet[(row * line + i * 37 + ((i * i) % 11)) % 64]).join(""),
  ).join(end) + end;

describe("text", () => {
  const minor = after(
    opened,
    ...picture(ids.adult, "under18"),
    link(ids.link, [ids.adult]),
    evidence({ type: "text/plain; charset=utf-8" }),
  );

  test("is welcome under 18, shown, and leaves with the links", () => {
    expect(mayShow(minor, ids.shot)).toBe(true);
    expect(recipients.map((recipient) => mayLeave(minor, ids.shot, recipient))).toEqual([false, true, true, true]);
  });

  test.each([
    "image/png",
    "image/svg+xml",
    "video/mp4",
    "audio/ogg",
    "application/pdf",
    "application/zip",
    "application/octet-stream",
    "text/html",
    "message/rfc822",
    "",
    "TEXT/PLAIN2",
  ])("is not %j", (type) => {
    expect(isMedia(type)).toBe(true);
  });
  test.each(["text/plain", "TEXT/PLAIN", " text/plain ;charset=utf-8", "text/csv"])("is %j", (type) => {
    expect(isMedia(type)).toBe(false);
  });

  test.each([
    [`data:image/png;base64,${"A".repeat(64)}`, true],
    [`x DATA: Image/JPEG;charset=x;base64, ${"A".repeat(64)}`, true],
    [`data:video/mp4,${"%00".repeat(30)}`, true],
    [`data:image/png;base64,${"A".repeat(63)}`, false],
    [`data:text/plain;base64,${"A".repeat(64)}`, false],
    [encoded(76, "\r\n"), true],
    [encoded(60, "\n"), true],
    [JSON.stringify(encoded(76, "\r\n")), true],
    [`> ${encoded(72, "\n> ")}`, true],
    [`PHOTO;ENCODING=b;TYPE=JPEG:${encoded(600, "")}`, true],
    [Array.from({ length: 8 }, () => "0123456789abcdef".repeat(4)).join("\n"), false],
    [`https://a.example/${"a/".repeat(1_000)}end`, false],
    ["data: image of my face, my name and everything else that somebody typed in here without any of it being a picture", false],
  ])("carries a picture only when it is spelled out: %j", (text, carries) => {
    expect(carriesMedia(text)).toBe(carries);
  });

  test("JSON around a short data address is not taken for its content", () => {
    expect(
      carriesMedia(
        JSON.stringify({ value: "data:image/png;base64", why: "unusable-link-and-other-words-without-any-space-in-between-them-at-all" }),
      ),
    ).toBe(false);
  });
});

describe("links", () => {
  const both = after(adultCase, ...picture(ids.other, "under18"), link(ids.link2, [ids.other]));

  test("to somebody under 18 leave only to police, a hotline or a lawyer", () => {
    expect(recipients.map((recipient) => linksMayLeave(both, recipient))).toEqual([false, true, true, true]);
    expect(recipients.map((recipient) => linkMayLeave(both, ids.link2, recipient))).toEqual([false, true, true, true]);
    expect(recipients.map((recipient) => linkMayLeave(both, ids.link, recipient))).toEqual([true, true, true, true]);
    expect(linkMayLeave(both, ids.nobody, "friend")).toBe(false);
  });

  test("to adults leave to anybody", () => {
    expect(recipients.map((recipient) => linksMayLeave(adultCase, recipient))).toEqual([true, true, true, true]);
  });
});

describe("pictures of subjects", () => {
  const state = after(
    adultCase,
    ...picture(ids.other, "unknown"),
    link(ids.link2, [ids.other]),
    report({ covers: [`link:${ids.link}`, "site:a.example"] }),
    report({
      report: idOf(30),
      covers: [`report:${ids.report}`],
      follows: ids.report,
    }),
  );

  test.each<[SubjectKey, readonly Id[]]>([
    ["case", []],
    [`link:${ids.link}`, [ids.adult]],
    [`link:${ids.nobody}`, []],
    [`search:${ids.link2}/google`, [ids.other]],
    [`search:${ids.nobody}/google`, []],
    ["site:a.example", [ids.adult, ids.other]],
    ["site:nowhere.example", []],
    [`picture:${ids.other}`, [ids.other]],
    [`report:${ids.report}`, [ids.adult, ids.other]],
    [`report:${idOf(30)}`, [ids.adult, ids.other]],
    [`report:${ids.nobody}`, []],
    ["nonsense", []],
  ])("%s", (key, pictures) => {
    expect(picturesOf(state, [key])).toEqual(pictures);
  });

  test("nothing there, nothing shown", () => {
    expect(mayShow(state, ids.nobody)).toBe(false);
    expect(mayLeave(state, ids.nobody, "police")).toBe(false);
    expect(agesVerdict(state, [ids.adult, ids.adult])).toBe("adult");
    expect(subjectsVerdict(state, [`link:${ids.link}`])).toBe("adult");
    expect(subjectsVerdict(state, [`link:${ids.link}`, "case"])).toBe("unknown");
  });

  test("reports that cover each other, which decide never writes, do not hang it", () => {
    const circle = (id: string, covers: string) =>
      [id, { ...state.reports.get(ids.report), id, covers: [`report:${covers}`, `picture:${ids.other}`] }] as const;
    const reports = new Map([circle(ids.report, idOf(30)), circle(idOf(30), ids.report)]) as CaseState["reports"];
    expect(picturesOf({ ...state, reports }, [`report:${ids.report}`])).toEqual([ids.other]);
  });

  test("a site's link that is not known any more does not stop it", () => {
    const sites = new Map([["a.example", { name: "a.example", platform: null, links: [ids.nobody], evidence: [], facts: {} }]]);
    expect(picturesOf({ ...state, sites }, ["site:a.example"])).toEqual([]);
  });
});

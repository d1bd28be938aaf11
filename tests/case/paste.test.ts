import { describe, expect, test } from "vitest";
import type { PastedLine } from "../../src/case/commands.ts";
import { decide } from "../../src/case/decide.ts";
import { adultCase, after, ids, idOf, link, now, opened, picture } from "./given.ts";

const line = (n: number, text: string, key = text): PastedLine => ({
  as: "link",
  body: { link: idOf(n), text, key, host: "b.example", site: "b.example", platform: null },
});

describe("paste", () => {
  test("every line becomes something: link, other spelling, text; doubles are joined within the paste and with the case", () => {
    const outcome = decide(
      adultCase,
      {
        do: "paste",
        from: "import",
        pictures: [],
        lines: [
          line(20, "https://b.example/1", "b.example/1"),
          line(21, "http://b.example/1", "b.example/1"),
          { as: "text", body: { text: idOf(22), value: "javascript:alert(1)", why: "unusable-link" } },
          line(23, "HTTPS://A.EXAMPLE/x", `a.example/${ids.link}`),
        ],
      },
      { now },
    );
    expect(outcome.ok && outcome.value.map(({ kind, body }) => ({ kind, body }))).toEqual([
      {
        kind: "link.added.v1",
        body: {
          link: idOf(20),
          text: "https://b.example/1",
          key: "b.example/1",
          host: "b.example",
          site: "b.example",
          platform: null,
          from: "import",
        },
      },
      { kind: "link.repeated.v1", body: { link: idOf(20), text: "http://b.example/1" } },
      { kind: "text.kept.v1", body: { text: idOf(22), value: "javascript:alert(1)", why: "unusable-link", about: "case" } },
      { kind: "link.repeated.v1", body: { link: ids.link, text: "HTTPS://A.EXAMPLE/x" } },
    ]);
  });

  test("pictures that are named are added to what the link already shows, once", () => {
    const state = after(adultCase, ...picture(ids.other, "adult"), {
      do: "paste",
      from: "paste",
      pictures: [ids.other],
      lines: [
        line(20, "https://b.example/1"),
        line(21, "https://b.example/1"),
        line(22, "https://a.example/again", `a.example/${ids.link}`),
      ],
    });
    expect(state.links.get(idOf(20))?.pictures).toEqual([ids.other]);
    expect(state.links.get(ids.link)?.pictures).toEqual([ids.adult, ids.other]);
    expect(state.size).toBe(adultCase.size + 2 + 5);
  });

  test("other spellings are kept byte for byte, each once", () => {
    const state = after(opened, {
      do: "paste",
      from: "paste",
      pictures: [],
      lines: [
        line(20, "https://b.example/1", "k"),
        line(21, "https://b.example/1", "k"),
        line(22, "http://b.example/1#\u202Egpj", "k"),
        line(23, "http://b.example/1#\u202Egpj", "k"),
      ],
    });
    expect(state.links.get(idOf(20))?.repeats).toEqual(["http://b.example/1#\u202Egpj"]);
    expect([...state.sites.values()]).toEqual([{ name: "b.example", platform: null, links: [idOf(20)], evidence: [], facts: {} }]);
  });

  test("is kept whole or not at all", () => {
    const outcome = decide(
      opened,
      { do: "paste", from: "paste", pictures: [], lines: [line(20, "https://b.example/1"), line(20, "https://b.example/2")] },
      { now },
    );
    expect(outcome).toEqual({ ok: false, error: { code: "already-there" } });
  });

  test("10,000 lines fit in one paste", () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => line(i + 1000, `https://b.example/${i}`));
    const state = after(opened, { do: "paste", from: "paste", pictures: [], lines });
    expect(state.links.size).toBe(10_000);
    expect(after(state, link(ids.link)).links.size).toBe(10_001);
  });
});

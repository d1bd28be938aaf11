import { describe, expect, test } from "vitest";
import { picturesOf } from "../../src/case/ages.ts";
import { mayShow } from "../../src/case/media.ts";
import type { CaseState } from "../../src/case/state.ts";
import { countRefused } from "../../src/workflow/refused-files.ts";
import { ageBits } from "../../src/workflow/view.ts";
import { adultCase, after, answer, evidence, ids, idOf, link, message, opened, picture, report } from "./given.ts";

const chat = `message:${ids.message}` as const;
const file = evidence({ role: "chat", about: [chat], pictures: [ids.adult] });
const about = (...subjects: Parameters<typeof picturesOf>[1]): CaseState =>
  after(adultCase, ...picture(ids.other), message({ channel: "whatsapp", name: "chat.txt", about: subjects }));

describe("a file that belongs to a message", () => {
  test("shows the pictures that the message is about, whose ages hold for it", () => {
    const state = after(about(`picture:${ids.other}`), { do: "answer-age", picture: ids.other, age: "adult" }, file);
    expect(picturesOf(state, [chat])).toEqual([ids.other]);
    expect(mayShow(state, ids.shot)).toBe(true);
    expect(mayShow(after(state, { do: "answer-age", picture: ids.other, age: "under18" }), ids.shot)).toBe(false);
  });

  test("does not come in while one of them is not known to be an adult's", () => {
    expect(answer(about(`picture:${ids.other}`), file)).toBe("media-age-unknown");
    expect(answer(after(about(`picture:${ids.other}`), { do: "answer-age", picture: ids.other, age: "under18" }), file)).toBe(
      "media-under-18",
    );
    expect(answer(about(`link:${ids.link}`), file)).toBe("ok");
  });

  test("may show any picture of the case where the message is about a page of which nobody has said what it shows", () => {
    const [unnamed, again] = [idOf(60), idOf(61)];
    const covers = after(
      adultCase,
      ...picture(ids.other),
      link(unnamed),
      report({ covers: [`link:${unnamed}`] }),
      report({ report: again, covers: [`report:${ids.report}`], follows: ids.report }),
    );
    for (const key of [
      `link:${unnamed}`,
      `search:${unnamed}/google`,
      "site:a.example",
      `report:${ids.report}`,
      `report:${again}`,
    ] as const) {
      const state = after(covers, message({ channel: "whatsapp", name: "chat.txt", about: [key] }));
      expect(answer(state, file)).toBe("media-age-unknown");
      expect(answer(after(state, { do: "set-link-pictures", link: unnamed, pictures: [ids.adult] }), file)).toBe("ok");
    }
  });

  test("a picture or a site that the log has lost counts as not known, whatever the others are", () => {
    const unnamed = idOf(60);
    const state = after(adultCase, link(unnamed));
    const kept = after(state, evidence({ pictures: [ids.adult], about: ["site:a.example"] }));
    expect(mayShow(kept, ids.shot)).toBe(true);
    const withoutIt = new Map([...kept.pictures].filter(([id]) => id !== ids.adult));
    const other = after(opened, ...picture(ids.other, "adult")).pictures;
    expect(mayShow({ ...kept, pictures: new Map([...withoutIt, ...other]) }, ids.shot)).toBe(false);
    const lost: CaseState = { ...after(kept, ...picture(ids.other, "under18")), sites: new Map() };
    expect(mayShow(lost, ids.shot)).toBe(false);
  });

  test("what one that is erased was about, nobody can say: any picture of the case counts", () => {
    const both = after(
      adultCase,
      ...picture(ids.other, "under18"),
      message({ about: [`link:${ids.link}`] }),
      evidence({ pictures: [ids.adult], about: [`message:${ids.message}`] }),
    );
    expect([mayShow(both, ids.shot), countRefused(both, ageBits.under18)]).toEqual([true, 0]);
    const erased = { ...both, messages: new Map() };
    expect([mayShow(erased, ids.shot), countRefused(erased, ageBits.under18)]).toEqual([false, 1]);
  });

  test("and messages that name each other, which decide never writes, do not hang it", () => {
    const state = about("case");
    const item = state.messages.get(ids.message);
    if (item === undefined) throw new Error("not kept");
    const circle: CaseState = { ...state, messages: new Map([[ids.message, { ...item, about: [chat, `picture:${ids.other}`] }]]) };
    expect(picturesOf(circle, [chat])).toEqual([ids.other]);
    expect(answer(circle, file)).toBe("media-age-unknown");
  });
});

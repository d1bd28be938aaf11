import { describe, expect, test } from "vitest";
import type { ActionStatus } from "../../src/workflow/types.ts";
import { act, walkToClosed } from "./support/drive.ts";
import { Doer, someone } from "./support/person.ts";
import { isOffered, Walk } from "./support/walk.ts";

/** A case that is worked through but for its closing: everything is done. */
const worked = (): {
  readonly walk: Walk;
  readonly doer: Doer;
  readonly link: string;
  readonly now: (step: string) => readonly [ActionStatus, string];
} => {
  const walk = new Walk();
  const doer = new Doer(walk, { ...someone, links: [{ site: "pixboard.test", platform: "reddit" }] });
  for (let turn = 0; turn < 200; turn++) {
    const given = walk.plan();
    const next = given.actions.find((action) => isOffered(action) && action.step !== "close-case");
    if (next !== undefined) act(doer, next);
    else if (given.actions.some((action) => action.step === "close-case" && action.status === "now")) break;
    else walk.waitForNext(given);
  }
  const link = [...walk.state.links.keys()][0] ?? "";
  const now = (step: string): readonly [ActionStatus, string] => {
    const action = walk.action(step);
    if (action === undefined) throw new Error(`no ${step}`);
    return [action.status, action.why];
  };
  return { walk, doer, link, now };
};

describe("a new fact opens again what was done, and says which", () => {
  test("it came back", () => {
    const { walk, link, now } = worked();
    expect(now("report-upload")).toEqual(["done", "done"]);
    expect(now("check-gone")).toEqual(["done", "done"]);
    walk.send({ do: "check-link", link, found: "still-there", by: "person" });
    expect(now("report-upload")).toEqual(["now", "came-back"]);
    expect(now("check-gone")).toEqual(["later", "came-back"]);
    expect(now("capture-listing")[0]).toBe("done");
    expect(now("close-case")[0]).toBe("later");
  });

  test("one more link on a site that was done", () => {
    const { walk, doer, now } = worked();
    walk.send(doer.paste([{ site: "pixboard.test", platform: "reddit" }]));
    expect(now("report-upload")).toEqual(["now", "more"]);
    expect(walk.action("report-upload")?.covers.length).toBe(1);
    expect(now("capture-listing")[0]).toBe("done");
    expect(now("am-i-hacked")[0]).toBe("done");
  });

  test("seen in the results again", () => {
    const { walk, link, now } = worked();
    for (const engine of ["google-search", "bing"]) walk.send({ do: "note-search", link, engine, state: "out" });
    expect(now("deindex-google")[0]).toBe("done");
    walk.send({ do: "note-search", link, engine: "google-search", state: "shown" });
    expect(now("deindex-google")).toEqual(["due", "gone-but-shown"]);
    expect(now("deindex-bing")[0]).toBe("done");
  });

  test("a message with signs of a trick; one without does not", () => {
    const { walk, doer, now } = worked();
    walk.send(doer.message([]));
    expect(now("watch-for-scams")[0]).toBe("done");
    walk.send(doer.message(["upfront-fee"]));
    expect(now("watch-for-scams")).toEqual(["now", "signs"]);
  });

  test("a new account, a new report", () => {
    const { walk, doer, link, now } = worked();
    expect(now("stable-baseline")[0]).toBe("done");
    walk.send({ do: "add-account", account: walk.id(), service: "X", login: "", resets: [], note: "" });
    expect(now("stable-baseline")).toEqual(["later", "new-account"]);
    expect(now("record-access-first")[0]).toBe("done");
    walk.send(doer.report("platform-form", [`link:${link}`], null));
    expect(now("stable-baseline")[1]).toBe("new-account");
  });

  test("another question about a report that was answered", () => {
    const { walk, doer, link, now } = worked();
    walk.send(doer.paste([{ site: "pixboard.test", platform: "reddit" }]));
    const other = [...walk.state.links.keys()].find((id) => id !== link) ?? "";
    walk.send(doer.report("platform-form", [`link:${other}`], null));
    const report = [...walk.state.reports.keys()].at(-1) ?? "";
    const ask = (): void => walk.send({ do: "answer-report", report, answer: "needs-more", answeredAt: walk.now, note: "", message: null });
    ask();
    walk.send({ do: "do-step", step: "follow-up", subject: `report:${report}`, note: "" });
    expect(now("follow-up")[0]).toBe("done");
    ask();
    expect(now("follow-up")).toEqual(["now", "asked-again"]);
  });
});

describe("what was ticked stays ticked", () => {
  /** One site reported by hand, then one more link on it. */
  const oneMore = (): { readonly walk: Walk; readonly first: string; readonly second: string } => {
    const walk = new Walk();
    const doer = new Doer(walk, { ...someone, links: [{ site: "pixboard.test", platform: "reddit" }] });
    for (let turn = 0; walk.action("report-upload")?.status !== "now" && turn < 100; turn++) {
      const next = walk.plan().next;
      if (next !== null) act(doer, next);
    }
    walk.send({ do: "do-step", step: "report-upload", subject: "site:pixboard.test", note: "" });
    walk.send(doer.paste([{ site: "pixboard.test", platform: "reddit" }]));
    const [first = "", second = ""] = [...walk.state.links.keys()].map((id) => `link:${id}`);
    return { walk, first, second };
  };
  const about = { step: "report-upload", subject: "site:pixboard.test" };

  test("when the rest of the batch is left out and taken up again", () => {
    const { walk, first, second } = oneMore();
    expect(walk.action("report-upload")).toMatchObject({ status: "now", why: "more", covers: [second] });
    walk.send({ do: "skip-step", ...about, reason: "not now" });
    expect(walk.action("report-upload")).toMatchObject({ status: "skipped", covers: [second] });
    expect(walk.action("check-gone")?.covers).toContain(first);
    walk.send({ do: "take-step-up", ...about });
    expect(walk.action("report-upload")).toMatchObject({ status: "now", why: "more", covers: [second] });
  });

  test("when the newer tick is taken back", () => {
    const { walk, second } = oneMore();
    walk.send({ do: "do-step", ...about, note: "" });
    expect(walk.action("report-upload")?.status).toBe("done");
    walk.send({ do: "take-step-up", ...about });
    expect(walk.action("report-upload")).toMatchObject({ status: "now", why: "more", covers: [second] });
  });

  test("and all that was left out is taken up at once", () => {
    const { walk, first, second } = oneMore();
    walk.send({ do: "take-step-up", ...about });
    for (const site of ["pixboard.test", "pixboard.test"]) {
      walk.send({ do: "skip-step", ...about, reason: "not now" });
      walk.send(new Doer(walk, someone).paste([{ site, platform: "reddit" }]));
    }
    walk.send({ do: "skip-step", ...about, reason: "not now" });
    expect(walk.action("report-upload")?.covers.length).toBe(4);
    walk.send({ do: "take-step-up", ...about });
    expect(walk.action("report-upload")?.status).toBe("now");
    expect(walk.action("report-upload")?.covers).toEqual(expect.arrayContaining([first, second]));
    expect(walk.action("report-upload")?.covers.length).toBe(4);
  });

  test("and the end of the first round, so that accounts stay open", () => {
    const { walk, doer } = worked();
    for (const round of [1, 2]) {
      walk.send(doer.paste([{ site: `later-${round}.example` }]));
      walk.send({ do: "skip-step", step: "add-links", subject: "case", reason: "not now" });
      expect(walk.action("am-i-hacked")?.status).toBe("done");
      walk.send({ do: "add-account", account: walk.id(), service: `X${round}`, login: "", resets: [], note: "" });
      expect(walk.plan().actions.filter((a) => a.step === "record-access-first" && a.status === "later")).toEqual([]);
    }
  });
});

test("one link of a site that they say is gone is offered together with those whose time has come", () => {
  const walk = new Walk();
  const doer = new Doer(walk, { ...someone, links: [{ site: "pixboard.test" }, { site: "pixboard.test" }], answers: [undefined] });
  for (let turn = 0; walk.state.reports.size === 0 && turn < 100; turn++) {
    const next = walk.plan().next;
    if (next !== null) act(doer, next);
  }
  const [first = "", second = ""] = [...walk.state.links.keys()].map((id) => `link:${id}`);
  walk.send(doer.report("platform-form", [second], null));
  const report = [...walk.state.reports.keys()].at(-1) ?? "";
  walk.send({ do: "answer-report", report, answer: "removed", answeredAt: walk.now, note: "", message: null });
  expect(walk.action("check-gone")).toMatchObject({ status: "now", why: "said-removed", covers: [second] });
  walk.wait(60);
  expect(walk.action("check-gone")).toMatchObject({ status: "due", covers: [first, second] });
});

test("after closing nothing is open, and opening the case again gives it back", () => {
  const { walk } = walkToClosed(someone);
  expect(walk.plan().next).toBeNull();
  expect(walk.action("recheck")).toMatchObject({ status: "not-for-you", why: "closed" });
  walk.send({ do: "reopen-case" });
  expect(walk.action("close-case")?.status).toBe("now");
  expect(["waiting", "due"]).toContain(walk.action("recheck")?.status);
});

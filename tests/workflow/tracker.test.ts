import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerKind } from "../../src/case/events.ts";
import { nextRung, routesOn, rungOf, rungs } from "../../src/workflow/ladder.ts";
import { inResetOrder } from "../../src/workflow/reset-order.ts";
import { routesFor } from "../../src/workflow/routes.ts";
import { track } from "../../src/workflow/tracker.ts";
import { msOf, plusHours } from "../../src/lib/time.ts";
import { arbitraryHistory } from "../case/arbitrary.ts";
import { Doer, someone } from "./support/person.ts";
import { Walk } from "./support/walk.ts";

const oneReport = (): { readonly walk: Walk; readonly doer: Doer; readonly report: string; readonly link: string } => {
  const walk = new Walk();
  const doer = new Doer(walk, someone);
  walk.send(doer.paste([{ site: "pixboard.test", platform: "reddit" }]));
  const link = [...walk.state.links.keys()][0] ?? "";
  walk.send({
    do: "send-report",
    report: walk.id(),
    covers: [`link:${link}`],
    route: "us-take-it-down",
    site: "pixboard.test",
    platform: "reddit",
    notice: "us-take-it-down",
    text: "Please remove it.",
    missing: [],
    sentAt: walk.now,
    reference: "T-7",
    exposure: "the site",
    follows: null,
    by: "person",
    deadline: { dueAt: plusHours(walk.now, 48), law: "TAKE IT DOWN Act", source: "the Act", sourceDate: "2026-05-19" },
  });
  return { walk, doer, link, report: [...walk.state.reports.keys()][0] ?? "" };
};
const answer = (walk: Walk, report: string, kind: AnswerKind): void =>
  walk.send({ do: "answer-report", report, answer: kind, answeredAt: walk.now, note: "", message: null });

describe("the tracker", () => {
  test("they have the turn until the deadline of the notice that was sent, in real hours", () => {
    const { walk } = oneReport();
    const sent = [...walk.state.reports.values()][0]?.sentAt;
    const [waiting] = track(walk.state, walk.now);
    expect(waiting).toMatchObject({
      turn: "them",
      overdue: false,
      since: sent,
      reference: "T-7",
      rung: "platform",
      next: "platform-again",
      answer: null,
    });
    expect(msOf(waiting?.dueAt ?? walk.now) - msOf(sent ?? walk.now)).toBe(48 * 3_600_000);
    expect(waiting?.deadline?.law).toBe("TAKE IT DOWN Act");
    walk.wait(48);
    expect(track(walk.state, walk.now)[0]).toMatchObject({ turn: "you-look", overdue: true });
  });

  test.each([
    ["received", "them"],
    ["needs-more", "you-answer"],
    ["removed", "you-look"],
    ["refused", "you-go-higher"],
    ["partly", "you-go-higher"],
    ["silent", "you-go-higher"],
  ] as const)("after %s it is: %s", (kind, turn) => {
    const { walk, report } = oneReport();
    answer(walk, report, kind);
    expect(track(walk.state, walk.now)[0]).toMatchObject({ turn, answer: kind });
  });

  test("gone, followed or at the top: nobody's turn", () => {
    const gone = oneReport();
    gone.walk.send({ do: "check-link", link: gone.link, found: "gone", by: "person" });
    expect(track(gone.walk.state, gone.walk.now)[0]).toMatchObject({ turn: "nobody", dueAt: null });

    const { walk, doer, report, link } = oneReport();
    answer(walk, report, "refused");
    walk.send(doer.report("registrar", [`link:${link}`], report));
    const last = [...walk.state.reports.keys()][1] ?? "";
    answer(walk, last, "refused");
    const byId = new Map(track(walk.state, walk.now).map((one) => [one.report, one]));
    expect(byId.get(report)?.turn).toBe("nobody");
    expect(byId.get(last)).toMatchObject({ turn: "nobody", next: null });
  });

  test('"removed" that was seen again goes higher', () => {
    const { walk, report, link } = oneReport();
    answer(walk, report, "removed");
    walk.send({ do: "check-link", link, found: "still-there", by: "person" });
    expect(track(walk.state, walk.now)[0]?.turn).toBe("you-go-higher");
  });

  test("tracks each report once, the person's turn first", () => {
    const urgency = ["you-answer", "you-go-higher", "you-look", "them", "nobody"];
    fc.assert(
      fc.property(arbitraryHistory(), ({ state, now }) => {
        const tracked = track(state, now);
        expect(tracked.map((one) => one.report).sort()).toEqual([...state.reports.keys()].sort());
        const turns = tracked.map((one) => urgency.indexOf(one.turn));
        expect(turns).toEqual([...turns].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

test("the ladder ends, and each route stands on its rung", () => {
  expect(rungs.map(nextRung)).toEqual(["platform-again", "regulator", "host", "cdn", "registrar", null]);
  for (const rung of rungs) {
    const follows = rung === "platform" ? null : "a".repeat(32);
    for (const route of routesOn[rung]) expect(rungOf({ route, follows })).toBe(rung);
  }
});

describe("routes", () => {
  const walkWith = (age: "adult" | "unknown" | "under18", taken: "yes" | "no" | null, fake = false): Walk => {
    const walk = new Walk();
    walk.send({ do: "add-picture", picture: walk.id(), label: "one" });
    const picture = [...walk.state.pictures.keys()][0] ?? "";
    walk.send({ do: "answer-age", picture, age });
    walk.send({ do: "describe-picture", picture, shows: fake ? ["fake"] : ["intimate"], takenByPerson: taken });
    walk.send(new Doer(walk, someone).paste([{ site: "pixboard.test" }]));
    return walk;
  };
  const openRoutes = (walk: Walk): readonly string[] =>
    routesFor(
      walk.state,
      [...walk.state.links.keys()].map((id) => `link:${id}`),
    )
      .filter((choice) => choice.barred === null)
      .map((choice) => choice.route);

  test("copyright only for a picture that the person took, and never first", () => {
    expect(openRoutes(walkWith("adult", "yes"))).toContain("us-dmca-512");
    expect(openRoutes(walkWith("adult", "yes"))[0]).not.toBe("us-dmca-512");
    expect(openRoutes(walkWith("adult", "no"))).not.toContain("us-dmca-512");
    expect(openRoutes(walkWith("adult", "yes", true))).not.toContain("us-dmca-512");
  });

  test("who took it is asked when copyright is chosen, and not before", () => {
    const walk = walkWith("adult", null);
    const copyright = (): string | null | undefined =>
      routesFor(
        walk.state,
        [...walk.state.links.keys()].map((id) => `link:${id}`),
      ).find(({ route }) => route === "us-dmca-512")?.barred;
    const [picture = ""] = [...walk.state.pictures.keys()];
    const send = (): string | undefined =>
      walk.try(
        new Doer(walk, someone).report(
          "us-dmca-512",
          [...walk.state.links.keys()].map((id) => `link:${id}`),
          null,
        ),
      );
    expect(copyright()).toBe("who-took-it");
    expect(send()).toBe("dmca-not-your-picture");
    walk.send({ do: "describe-picture", picture, shows: ["intimate"], takenByPerson: "no" });
    expect(copyright()).toBe("not-your-picture");
    expect(send()).toBe("dmca-not-your-picture");
    walk.send({ do: "describe-picture", picture, shows: ["intimate"], takenByPerson: "yes" });
    expect(copyright()).toBeNull();
    expect(send()).toBeUndefined();
  });

  test("under 18 or unknown: the hotline only", () => {
    expect(openRoutes(walkWith("under18", "yes"))).toEqual(["hotline"]);
    expect(openRoutes(walkWith("unknown", "yes"))).toEqual(["hotline"]);
    expect(
      routesFor(new Walk().state, ["link:x"])
        .filter((choice) => choice.barred === null)
        .map((choice) => choice.route),
    ).toEqual(["hotline"]);
  });

  test("what is offered is not refused by `decide`", () => {
    for (const [age, taken] of [
      ["adult", "yes"],
      ["adult", "no"],
      ["under18", "yes"],
    ] as const) {
      for (const route of openRoutes(walkWith(age, taken))) {
        const walk = walkWith(age, taken);
        const link = [...walk.state.links.keys()][0] ?? "";
        expect(walk.try(new Doer(walk, someone).report(route as "host", [`link:${link}`], null)), `${age} ${route}`).toBeUndefined();
      }
    }
  });
});

describe("reset order", () => {
  const add = (walk: Walk, service: string, resets: readonly string[]): void =>
    walk.send({ do: "add-account", account: walk.id(), service, login: "", resets, note: "" });
  const order = (...accounts: readonly (readonly [string, readonly string[]])[]): readonly string[] => {
    const walk = new Walk();
    for (const [service, resets] of accounts) add(walk, service, resets);
    return inResetOrder(walk.state.accounts).map((account) => account.service);
  };

  test("what resets others comes first", () => {
    expect(order(["Instagram", []], ["Gmail", ["Instagram", "bank"]], ["X", []], ["Old Yahoo", ["gmail "]])).toEqual([
      "Old Yahoo",
      "Gmail",
      "Instagram",
      "X",
    ]);
  });

  test("two that reset each other, and what they reset", () => {
    expect(order(["X", []], ["Gmail", ["Yahoo"]], ["Yahoo", ["Gmail", "X"]])).toEqual(["Gmail", "Yahoo", "X"]);
  });

  test("any accounts: each once", () => {
    const name = fc.constantFrom("A", "B", "C", "D", "E");
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.array(name, { maxLength: 3 })), { maxLength: 6 }), (given) => {
        const walk = new Walk();
        given.forEach(([service, resets], i) =>
          walk.send({ do: "add-account", account: walk.id(), service, login: String(i), resets, note: "" }),
        );
        const sorted = inResetOrder(walk.state.accounts);
        expect(sorted.map((account) => account.id).sort()).toEqual([...walk.state.accounts.keys()].sort());
      }),
      { numRuns: 80 },
    );
  });
});

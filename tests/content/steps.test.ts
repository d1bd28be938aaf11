import { describe, expect, test } from "vitest";
import { reasonOf, sharedTexts, stepById, stepFiles, steps, textsOf } from "../../src/content/steps/index.ts";
import { conditionsOf, references } from "../../src/workflow/graph.ts";
import { blocked, gradeOf } from "./support/reading.ts";

const texts = steps.flatMap((step) => textsOf(step).map((text) => ({ step: step.id, ...text })));

describe("every file is a step", () => {
  test("named by its id, with an order of its own", () => {
    expect(stepFiles.size).toBeGreaterThan(90);
    for (const [name, step] of stepFiles) expect(step.id).toBe(name);
    expect(new Set(steps.map((step) => step.order)).size).toBe(steps.length);
  });

  test("every reference is to a step with a lower order, so there is no cycle", () => {
    const edges = references(steps);
    expect(edges.length).toBeGreaterThan(300);
    for (const { step, needs } of edges) {
      const [from, to] = [stepById(step), stepById(needs)];
      expect(to, `${step} needs ${needs}`).toBeDefined();
      expect(to?.order, `${step} needs ${needs}`).toBeLessThan(from?.order ?? 0);
    }
  });

  test("nobody has to wait for what is only offered", () => {
    for (const { step, needs } of references(steps)) expect(stepById(needs)?.optional, `${step} needs ${needs}`).toBeUndefined();
  });

  test("batches are of links, engines of searches, and every question says what it asks", () => {
    for (const step of steps) {
      if (step.batch !== undefined) expect(["link", "search"]).toContain(step.on);
      expect(step.engine !== undefined).toBe(step.on === "search");
      if (step.screen === "question") expect(step.asks, step.id).toBeDefined();
      expect(conditionsOf(step).length + step.after.length + (step.doneWhen === undefined ? 1 : 0)).toBeGreaterThan(0);
    }
  });

  test("everything but danger comes after the safety plan and the six of extortion", () => {
    const six = ["stop-answering", "do-not-pay", "keep-the-chat", "block-and-report-account", "hide-friend-lists", "if-you-paid"];
    const before = new Set([
      ...six,
      "ask-danger",
      "ask-watched",
      "ask-happened",
      "safety-plan",
      "ask-safer-device",
      "safer-device",
      "no-safe-device",
      "ask-extortion",
      "ask-country",
      "ask-paid",
      "media-came-in",
    ]);
    for (const step of steps) {
      if (before.has(step.id)) continue;
      for (const needed of ["safety-plan", "safer-device", "no-safe-device", ...six])
        expect(step.after, `${step.id} after ${needed}`).toContain(needed);
    }
  });
});

describe("reasons and sources", () => {
  test("every reason that a step can give has words", () => {
    for (const step of steps) {
      const keys = [
        "why",
        "done",
        "skipped",
        "later",
        "more",
        "closed",
        step.waiting?.why ?? "later",
        ...(step.notForYouWhen ?? []).map((r) => r.why),
        ...(step.otherWhys ?? []).map((r) => r.why),
        ...(step.reopens ?? []).map((r) => r.why),
      ];
      for (const key of keys) {
        const reason = reasonOf(step.id, key);
        expect(reason.english.length, `${step.id} ${key}`).toBeGreaterThan(0);
        if (key !== "why") expect(reason.key, `${step.id} has no words for ${key}`).not.toBe(`step.${step.id}.why`);
      }
    }
  });

  test("what reopens because it came back says so, ticked or not", () => {
    for (const step of steps.filter(({ reopens }) => (reopens ?? []).some(({ by }) => by === "came-back"))) {
      expect(
        (step.otherWhys ?? []).map(({ why }) => why),
        step.id,
      ).toContain("came-back");
    }
  });

  test("no words for a reason that is never given", () => {
    for (const step of steps) {
      const given = new Set([
        step.waiting?.why,
        ...(step.notForYouWhen ?? []).map((r) => r.why),
        ...(step.otherWhys ?? []).map((r) => r.why),
        ...(step.reopens ?? []).map((r) => r.why),
      ]);
      for (const key of Object.keys(step.whys ?? {})) expect(given, `${step.id} ${key}`).toContain(key);
    }
  });

  test("every source is named, dated or said to be undated, and trusted by a known measure", () => {
    for (const { source, id } of steps) {
      expect(source.text.length, id).toBeGreaterThan(10);
      expect(source.date === null || /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(source.date), id).toBe(true);
    }
  });
});

describe("words", () => {
  test("reading age 12: Flesch–Kincaid grade at most 7 over all texts, and 9 for any one step", () => {
    expect(gradeOf("The cat sat on the mat.")).toBeLessThan(1);
    expect(
      gradeOf("Institutional accountability necessitates comprehensive documentation of methodological considerations."),
    ).toBeGreaterThan(20);
    expect(gradeOf(texts.map(({ english }) => english).join("\n"))).toBeLessThanOrEqual(7);
    for (const step of steps)
      expect(
        gradeOf(
          textsOf(step)
            .map(({ english }) => english)
            .join("\n"),
        ),
        step.id,
      ).toBeLessThanOrEqual(9);
  });

  test("short: titles at most 70 characters, sentences at most 25 words, at most 5 things to do", () => {
    for (const step of steps) {
      expect(step.title.length, step.id).toBeLessThanOrEqual(70);
      expect(step.how.length, step.id).toBeGreaterThan(0);
      expect(step.how.length, step.id).toBeLessThanOrEqual(5);
      expect(step.doneLabel.length, step.id).toBeLessThanOrEqual(36);
    }
    for (const { step, english } of texts)
      for (const sentence of english.split(/[.?:;]\s/u))
        expect(sentence.split(/\s+/u).length, `${step}: ${sentence}`).toBeLessThanOrEqual(25);
  });

  test("no blame, no promise, no hurry, no motive, nothing to say to the other person", () => {
    expect(blocked("It will be removed for sure!")).not.toEqual([]);
    expect(blocked("Why did you send it")).not.toEqual([]);
    expect(blocked("Tell them to stop")).not.toEqual([]);
    for (const { step, english } of [...texts, ...sharedTexts.map((text) => ({ step: "shared", ...text }))])
      expect(blocked(english), `${step}: ${english}`).toEqual([]);
  });

  test("the words that the workflow fixes", () => {
    const all = texts.map(({ english }) => english).join("\n");
    for (const words of [
      "You need not cut contact today. Plan it with an abuse helpline.",
      "Police are your choice. In some places they may act on immigration, sex work or sexuality; ask a lawyer or advocate first. Takedowns work without them.",
      "Choose someone who will not tell the person, or your family if that is not safe.",
      "ome people must report this by law",
      "Leave the chat and the phone as they are. Do not delete, copy or reset. Tell police or a hotline it is there.",
      "Do not open it. A hotline can check.",
      "Ask a hotline or lawyer before deleting",
      "Do not look, save, forward, wipe the phone or answer them.",
      "Tell your child it is not their fault.",
      "Ask for the safeguarding lead.",
      "Nobody should view or copy it.",
      "Do not touch the camera. Leave. Tell police if it is safe.",
      "A court may ask for this.",
      "Write what happened, not guesses.",
      "so some sites can spot copies",
      "set these links aside",
    ])
      expect(all).toContain(words);
  });

  test("no step that is for under-18 pictures sends anyone to the page or asks for a picture", () => {
    for (const id of [
      "leave-the-phone",
      "report-hotline",
      "check-gone-hotline",
      "report-place-hotline",
      "hash-service-no-file",
      "hash-service-unknown-age",
    ]) {
      const step = stepById(id);
      expect(step?.screen).not.toBe("capture");
      const words =
        step === undefined
          ? ""
          : textsOf(step)
              .map(({ english }) => english)
              .join(" ");
      expect(words, id).not.toMatch(/\b(?:open the|look at the) (?:link|page)|take (?:a )?screenshots?/iu);
    }
  });

  test("each change that the other person could notice says so first", () => {
    for (const id of ["contain-mail", "secure-mail", "secure-account", "phone-and-sim", "cloud-sharing", "old-devices"])
      expect(stepById(id)?.how[0], id).toMatch(/^If someone could hurt you, talk to an abuse helpline/u);
  });
});

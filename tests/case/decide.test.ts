import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/case/decide.ts";
import { decodeEntry } from "../../src/case/decode.ts";
import { limits } from "../../src/case/limits.ts";
import { instantFromMs, msOf } from "../../src/lib/time.ts";
import { arbitraryHistory, stored } from "./arbitrary.ts";
import { frozen } from "./frozen.ts";
import { adultCase, after, answer, bundle, deadline, evidence, ids, message, now, opened, report } from "./given.ts";
import { closed, dmca, minor, own, refusals, spelled, stopNcii, withShot, type Row } from "./refusals.ts";

describe("decide refuses", () => {
  test.each(Object.entries(refusals).flatMap(([code, rows]) => rows.map(([why, state, command]) => ({ code, why, state, command }))))(
    "$code: $why",
    ({ code, state, command }) => {
      expect(answer(state, command)).toBe(code);
    },
  );
});

describe("decide accepts", () => {
  const accepted: readonly Row[] = [
    ["a report sent a moment ahead of this clock", adultCase, report({ sentAt: instantFromMs(msOf(now) + limits.clockSkewMs) })],
    ["a deadline where nothing is missing", adultCase, report({ deadline })],
    ["a missing element where no clock is claimed", adultCase, report({ missing: ["signature"] })],
    ["copyright for a picture the person took", own, dmca],
    ["TAKE IT DOWN under 18", minor, report({ route: "us-take-it-down", notice: "us-take-it-down", deadline })],
    ["StopNCII for an adult", adultCase, stopNcii([ids.adult])],
    [
      "the minors' service under 18",
      minor,
      { do: "keep-hash-case", service: "take-it-down-ncmec", pictures: [ids.adult], caseNumber: "1", pin: null },
    ],
    ["a bundle for a friend from a case that shows nothing", opened, bundle("friend")],
    ["links to a hotline under 18", minor, bundle("helpline")],
    ["links to a lawyer under 18", minor, bundle("lawyer")],
    ["links to police under 18", minor, bundle("police")],
    [
      "the same file again after its original was forgotten",
      after(withShot, { do: "forget-original", evidence: ids.shot, reason: "x" }),
      evidence({ evidence: ids.nobody, file: ids.nobody }),
    ],
    ["an e-mail's text under 18", minor, message({ name: "extortion.txt", attachmentsDropped: 2 })],
    ["a typed e-mail under 18", minor, message({ file: null, sha256: null })],
    ["a chat under 18", minor, message({ channel: "whatsapp", name: "chat.txt" })],
    ["a raw e-mail on the adult path", adultCase, message()],
    ["a skipped question", opened, { do: "answer-fact", fact: "danger", value: null }],
    ["a check of what is stored, also of a closed case", closed, { do: "record-check", entries: 9, files: 1, damaged: 0, damage: [] }],
    ["a case opened again", closed, { do: "reopen-case" }],
    [
      "a data address that holds text",
      minor,
      { do: "keep-text", text: ids.nobody, value: `data:text/html;base64,${"A".repeat(80)}`, why: "unusable-link", about: "case" },
    ],
    ["a spelled-out picture of an adult", adultCase, { do: "note-link", link: ids.link, field: "hint", value: spelled }],
  ];
  test.each(accepted.map(([why, state, command]) => ({ why, state, command })))("$why", ({ state, command }) => {
    expect(answer(state, command)).toBe("ok");
  });

  test("a PIN as a secret: its text is not in the body", () => {
    const outcome = decide(
      adultCase,
      { do: "keep-hash-case", service: "stopncii", pictures: [ids.adult], caseNumber: "S-1", pin: { id: ids.pin, text: "73519" } },
      { now },
    );
    expect(outcome).toEqual({
      ok: true,
      value: [
        {
          kind: "hash.submitted.v1",
          body: { service: "stopncii", pictures: [ids.adult], caseNumber: "S-1", pin: null },
          secrets: [{ field: "pin", id: ids.pin, text: "73519" }],
        },
      ],
    });
  });

  test("UK as GB, which is the country's code", () => {
    expect(after(opened, { do: "answer-fact", fact: "country", value: "UK" }).facts.country).toBe("GB");
  });
});

describe("decide", () => {
  test("answers nothing but events that are read back, and never throws on a history", () => {
    fc.assert(
      fc.property(arbitraryHistory(60), ({ tried }) => {
        for (const { outcome, before } of tried) {
          if (!outcome.ok) continue;
          expect(stored(outcome.value, before.size, now).map((entry) => decodeEntry(entry).as)).toEqual(outcome.value.map(() => "read"));
        }
      }),
    );
  });

  test("is pure: the same question twice gives the same answer, and nothing is changed", () => {
    fc.assert(
      fc.property(arbitraryHistory(), ({ tried, now: at }) => {
        const last = tried[tried.length - 1];
        if (last === undefined) return;
        expect(decide(frozen(last.before), frozen(last.command), { now: at })).toEqual(last.outcome);
      }),
    );
  });
});

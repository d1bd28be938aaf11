import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowed, coveredOriginals, offeredEvidence, parts, presetFor, type Choices, type Part } from "../../src/app/disclosure/choices.ts";
import { disclose, type Prepared } from "../../src/app/disclosure/disclose.ts";
import { createSay } from "../../src/app/disclosure/say.ts";
import { timelineTexts } from "../../src/app/timeline-texts.ts";
import { openedReport } from "../../src/app/opened-bundle.ts";
import { createTranslate } from "../../src/app/words.ts";
import type { Command } from "../../src/case/commands.ts";
import { decide } from "../../src/case/decide.ts";
import { decodeEntry } from "../../src/case/decode.ts";
import type { LogEntry, RecipientKind } from "../../src/case/events.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import { isMedia, linksMayLeave, mayShow } from "../../src/case/media.ts";
import type { CaseState } from "../../src/case/state.ts";
import english from "../../src/content/locales/en.ts";
import { caseJsonFaults } from "../../src/export/bag/case-json.ts";
import { isNameAllowed } from "../../src/export/bag/names.ts";
import { arbitraryHistory, stored } from "../case/arbitrary.ts";
import { account, evidence, ids, link, message, now, picture, report } from "../case/given.ts";

const recipients: readonly RecipientKind[] = ["friend", "helpline", "lawyer", "police"];
const say = createSay(createTranslate(english), "en", now);

const prepare = (entries: readonly LogEntry[], choices: Choices): { readonly prepared: Prepared; readonly state: CaseState } => {
  const reads = entries.map(decodeEntry);
  const state = fold(emptyCase, reads);
  const prepared = disclose({ state, reads, plan: [], choices, date: "2026-11-22", language: "en", texts: timelineTexts }, say);
  return { prepared, state };
};

const everything = (state: CaseState, recipient: RecipientKind): Choices => ({
  ...presetFor(state, recipient, "somebody"),
  continuity: true,
  parts: new Set(parts),
  evidence: new Set(state.evidence.keys()),
});

/** A case in which every text is a mark that can be looked for. */
const marked: readonly { readonly mark: string; readonly part: Part | "evidence"; readonly command: Command }[] = [
  { mark: "mark-link", part: "links", command: link(ids.link, [ids.adult], "mark-link") },
  { mark: "mark-caption", part: "links", command: { do: "note-link", link: ids.link, field: "caption", value: "mark-caption" } },
  {
    mark: "mark-place",
    part: "links",
    command: { do: "add-place", place: ids.place, name: "mark-place", platform: null, invite: "", admins: "", numbers: "" },
  },
  {
    mark: "mark-profile",
    part: "links",
    command: { do: "add-profile", profile: ids.profile, handle: "mark-profile", text: "", site: "a.example", platform: null, note: "" },
  },
  { mark: "mark-file", part: "evidence", command: evidence({ name: "mark-file.png", pictures: [ids.adult] }) },
  { mark: "mark-message", part: "messages", command: message({ text: "mark-message", file: null, sha256: null, size: 0 }) },
  { mark: "mark-report", part: "reports", command: report({ text: "mark-report", reference: "mark-report" }) },
  {
    mark: "mark-hash",
    part: "reports",
    command: {
      do: "keep-hash-case",
      service: "stopncii",
      pictures: [ids.adult],
      caseNumber: "mark-hash",
      pin: { id: ids.pin, text: "mark-pin" },
    },
  },
  { mark: "mark-account", part: "accounts", command: account(ids.account, "mark-account") },
  {
    mark: "mark-person",
    part: "people",
    command: { do: "add-person", person: ids.person, name: "mark-person", relation: "", told: false },
  },
  { mark: "mark-note", part: "notes", command: { do: "keep-text", text: ids.nobody, value: "mark-note", why: "note", about: "case" } },
  { mark: "mark-skip", part: "steps", command: { do: "skip-step", step: "where-else", subject: "case", reason: "mark-skip" } },
  {
    mark: "f".repeat(64),
    part: "fingerprints",
    command: {
      do: "make-fingerprint",
      fingerprint: ids.print,
      picture: ids.adult,
      sha256: "f".repeat(64),
      size: 1,
      type: "image/png",
      md5: null,
      pdq: null,
      quality: null,
    },
  },
  { mark: '"GB"', part: "answers", command: { do: "answer-fact", fact: "country", value: "GB" } },
];

const markedEntries = (): LogEntry[] => {
  let state = emptyCase;
  const entries: LogEntry[] = [];
  for (const command of [{ do: "open-case" } as const, ...picture(ids.adult, "adult"), ...marked.map((one) => one.command)]) {
    const outcome = decide(state, command, { now });
    if (!outcome.ok) throw new Error(`${command.do} was refused: ${outcome.error.code}`);
    const more = stored(outcome.value, state.size, now);
    entries.push(...more);
    state = fold(state, more.map(decodeEntry));
  }
  return entries;
};

/** The log after one more command. */
const and = (entries: LogEntry[], command: Command): LogEntry[] => {
  const state = fold(emptyCase, entries.map(decodeEntry));
  const outcome = decide(state, command, { now });
  if (!outcome.ok) throw new Error(`${command.do} was refused: ${outcome.error.code}`);
  return [...entries, ...stored(outcome.value, state.size, now)];
};

/** Everything that leaves: the disclosure and the entries that it names, as the bag would hold them. */
const leaving = (entries: readonly LogEntry[], { disclosure }: Prepared): string =>
  JSON.stringify([disclosure, entries.filter(({ seq }) => disclosure.entries.includes(seq))]);

describe("what leaves", () => {
  test.each([...parts, "evidence" as const])("is %s when that alone is ticked, and nothing else", (part) => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "somebody"));
    const choices: Choices = {
      ...presetFor(state, "lawyer", "somebody"),
      // A report names its links, a fingerprint its picture: they go only with them.
      parts: new Set(part === "evidence" ? [] : part === "reports" || part === "fingerprints" ? [part, "links"] : [part]),
      evidence: new Set(part === "evidence" ? state.evidence.keys() : []),
    };
    const text = leaving(entries, prepare(entries, choices).prepared);
    for (const { mark, part: of } of marked)
      expect([mark, text.includes(mark)]).toEqual([
        mark,
        of === part || ((part === "reports" || part === "fingerprints") && of === "links"),
      ]);
  });

  test("is no fingerprint to a friend or a helpline unless ticked, and none of a picture of somebody under 18 to anybody", () => {
    const held: Command = {
      do: "compare-fingerprint",
      fingerprint: ids.print,
      about: `link:${ids.link}`,
      sha256: "e".repeat(64),
      pdq: "9".repeat(64),
      quality: 90,
      distance: 4,
      verdict: "same-picture",
    };
    const kept: Command = { do: "fingerprint-evidence", evidence: ids.shot, md5: null, pdq: "8".repeat(64), quality: 90 };
    const prints = ["f", "9", "8"].map((digit) => digit.repeat(64));
    const sent = (recipient: RecipientKind, commands: readonly Command[], ticked: boolean): readonly boolean[] => {
      const entries = commands.reduce(and, markedEntries());
      const { state } = prepare(entries, presetFor(emptyCase, recipient, ""));
      const preset = presetFor(state, recipient, "somebody");
      const evidenceIds = new Set(offeredEvidence(state, recipient));
      const chosen = { ...preset, evidence: evidenceIds, parts: ticked ? new Set(parts) : preset.parts };
      const text = leaving(entries, prepare(entries, chosen).prepared);
      return prints.map((print) => text.includes(print));
    };
    const adult = [held, kept];
    for (const recipient of ["friend", "helpline"] as const) expect(sent(recipient, adult, false)).toEqual([false, false, false]);
    for (const recipient of ["lawyer", "police"] as const) expect(sent(recipient, adult, false)).toEqual([true, true, true]);
    expect(sent("helpline", adult, true)).toEqual([true, true, true]);
    const corrected: readonly Command[] = [...adult, { do: "answer-age", picture: ids.adult, age: "under18" }];
    for (const recipient of recipients) expect([recipient, sent(recipient, corrected, true)]).toEqual([recipient, [false, false, false]]);
  });

  test("leaves out single items of a ticked part", () => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "somebody"));
    const choices: Choices = { ...everything(state, "lawyer"), without: new Set([ids.place, ids.message]) };
    const text = leaving(entries, prepare(entries, choices).prepared);
    expect(text).toContain("mark-link");
    expect(text).not.toContain("mark-place");
    expect(text).not.toContain("mark-message");
  });

  test("names a link that was taken out nowhere: not in a report, a site, a step or what a file is about", () => {
    const entries = markedEntries();
    const more: Command[] = [
      { do: "note-site", site: "a.example", fact: "asks-for-money", value: "yes", note: "mark-site" },
      { do: "skip-step", step: "about-the-site", subject: "site:a.example", reason: "mark-reason" },
    ];
    let { state } = prepare(entries, presetFor(emptyCase, "lawyer", "x"));
    for (const command of more) {
      const outcome = decide(state, command, { now });
      if (!outcome.ok) throw new Error(outcome.error.code);
      entries.push(...stored(outcome.value, state.size, now));
      state = fold(emptyCase, entries.map(decodeEntry));
    }
    const all = { ...everything(state, "lawyer"), evidence: new Set<string>() };
    const text = leaving(entries, prepare(entries, { ...all, without: new Set([ids.link, ids.profile]) }).prepared);
    for (const mark of ["mark-link", "mark-report", "mark-site", "mark-reason", "a.example"])
      expect([mark, text.includes(mark)]).toEqual([mark, false]);
    const whole = leaving(entries, prepare(entries, all).prepared);
    for (const mark of ["mark-link", "mark-report", "mark-site", "mark-reason"]) expect([mark, whole.includes(mark)]).toEqual([mark, true]);
  });

  test("a raw mail, which can hold pictures, goes only when it is ticked itself", () => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "x"));
    const outcome = decide(state, message({ message: ids.other, file: ids.file, text: "mark-mail" }), { now });
    if (!outcome.ok) throw new Error(outcome.error.code);
    entries.push(...stored(outcome.value, state.size, now));
    const now2 = prepare(entries, presetFor(emptyCase, "lawyer", "x")).state;
    const text = prepare(entries, { ...presetFor(now2, "lawyer", "x") }).prepared;
    expect(text.disclosure.evidence).toEqual([]);
    expect(leaving(entries, text)).toContain("mark-mail");
    expect(offeredEvidence(now2, "lawyer")).toContain(ids.other);
    const ticked = prepare(entries, { ...presetFor(now2, "lawyer", "x"), evidence: new Set([ids.other]) }).prepared;
    expect(ticked.disclosure.evidence.map(({ type }) => type)).toEqual(["message/rfc822"]);
  });

  test("covered words stay here: text, name, length and digest, in the log's entry too, unless the message itself is ticked", () => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "x"));
    const secret = {
      message: ids.other,
      file: ids.file,
      channel: "chat",
      name: "mark-name.txt",
      sha256: "9".repeat(64),
      size: 4_711,
      text: "call mark-secret",
    } as const;
    let now2 = state;
    for (const command of [
      message(secret),
      { do: "cover-message", message: ids.other, text: "call ████████", original: "8".repeat(64) } as const,
    ]) {
      const outcome = decide(now2, command, { now });
      if (!outcome.ok) throw new Error(outcome.error.code);
      entries.push(...stored(outcome.value, now2.size, now));
      now2 = fold(emptyCase, entries.map(decodeEntry));
    }
    const all = presetFor(now2, "lawyer", "x");
    const covered = prepare(entries, all).prepared;
    const text = leaving(entries, covered);
    expect(text).toContain("call ████████");
    for (const kept of ["mark-secret", "mark-name", "4711", "9".repeat(64), "8".repeat(64)])
      expect([kept, text.includes(kept)]).toEqual([kept, false]);
    expect(covered.disclosure.evidence).toEqual([]);
    expect(offeredEvidence(now2, "lawyer")).toContain(ids.other);
    expect(coveredOriginals(now2).has(ids.other)).toBe(true);
    const whole = prepare(entries, { ...all, evidence: new Set([ids.other]) }).prepared;
    expect(leaving(entries, whole)).toContain("mark-secret");
    expect(whole.disclosure.evidence.map(({ sha256 }) => sha256)).toEqual(["9".repeat(64)]);
  });

  test("a covered copy names its original by digest alone, and the original does not go with it", () => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "x"));
    const original = [...state.evidence.values()].find(({ type }) => type.startsWith("image/"));
    if (original === undefined) throw new Error("no picture");
    const { id } = original;
    const copy = evidence({ evidence: ids.other, file: "e".repeat(32), sha256: "d".repeat(64), pictures: [ids.adult] });
    const source = { evidence: id, sha256: original.sha256, how: "covered", at: "" } as const;
    if (copy.do !== "add-evidence") throw new Error("no file");
    const outcome = decide(state, { ...copy, came: "made", source }, { now });
    if (!outcome.ok) throw new Error(outcome.error.code);
    entries.push(...stored(outcome.value, state.size, now));
    const now2 = fold(emptyCase, entries.map(decodeEntry));
    expect(coveredOriginals(now2)).toEqual(new Set([id]));
    const { prepared } = prepare(entries, { ...presetFor(now2, "lawyer", "x"), evidence: new Set([ids.other]) });
    expect(prepared.disclosure.evidence.map(({ sha256 }) => sha256)).toEqual(["d".repeat(64)]);
    expect(prepared.disclosure.caseJson).toMatchObject({
      evidence: [{ came: "made", source: { sha256: original.sha256, how: "covered" } }],
    });
    expect(prepared.disclosure.custody).toMatchObject([
      { coveredFrom: original.sha256 },
      ...Array<object>(prepared.disclosure.custody.length - 1).fill({}),
    ]);
  });

  test("a kept page names the digest of its file and which page it is, in the entry and in the record of custody", () => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "x"));
    const original = [...state.evidence.values()].find(({ type }) => type.startsWith("image/"));
    const page = evidence({ evidence: ids.other, file: "e".repeat(32), sha256: "d".repeat(64), pictures: [ids.adult] });
    if (original === undefined || page.do !== "add-evidence") throw new Error("no file");
    const source = { evidence: original.id, sha256: original.sha256, how: "page", at: "3" } as const;
    const outcome = decide(state, { ...page, came: "made", source }, { now });
    if (!outcome.ok) throw new Error(outcome.error.code);
    entries.push(...stored(outcome.value, state.size, now));
    const now2 = fold(emptyCase, entries.map(decodeEntry));
    // Unlike a covered copy it does not stand for its file.
    expect(coveredOriginals(now2)).toEqual(new Set());
    const { prepared } = prepare(entries, { ...presetFor(now2, "lawyer", "x"), evidence: new Set([ids.other]) });
    const from = { sha256: original.sha256, how: "page", at: "3" };
    expect(prepared.disclosure.caseJson).toMatchObject({ evidence: [{ came: "made", source: from }] });
    expect(prepared.disclosure.custody[0]).toMatchObject({ source: from, coveredFrom: null });
  });

  test("never holds a secret or who else was given a copy", () => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "somebody"));
    const outcome = decide(
      state,
      {
        do: "record-bundle",
        bundle: ids.bundle,
        recipient: "friend",
        label: "mark-friend",
        files: [{ item: ids.shot, copy: null }],
        entries: 1,
        continuity: false,
        holdsLinks: true,
        sealDigest: "d".repeat(64),
      },
      { now },
    );
    if (!outcome.ok) throw new Error(outcome.error.code);
    entries.push(...stored(outcome.value, state.size, now));
    const all = everything(state, "police");
    const text = leaving(entries, prepare(entries, { ...all, parts: new Set(parts.filter((part) => part !== "handovers")) }).prepared);
    expect(text).not.toContain("mark-pin");
    expect(text).not.toContain("mark-friend");
    expect(text).toContain("mark-hash");
    expect(text).toContain('"earlierExports":1');
    // Ticked by itself, and then told file by file.
    expect(leaving(entries, prepare(entries, all).prepared)).toContain("mark-friend");
  });

  test("says in the custody file when all was read again and what came of it, but not how much there is", () => {
    const entries = markedEntries();
    const before = prepare(entries, presetFor(emptyCase, "lawyer", "x")).prepared.disclosure.custody;
    const checked = (damaged: boolean): void => {
      const damage = damaged ? [{ what: "segment", number: 0, why: "older" } as const] : [];
      const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "x"));
      const outcome = decide(state, { do: "record-check", entries: 4_711, files: 0, damaged: damage.length, damage }, { now });
      if (!outcome.ok) throw new Error(outcome.error.code);
      entries.push(...stored(outcome.value, state.size, now));
    };
    checked(false);
    checked(true);
    const { state, prepared } = prepare(entries, presetFor(emptyCase, "lawyer", "x"));
    expect(prepared.disclosure.custody).toEqual([
      ...before,
      { record: "checked", at: now, outcome: "as-saved" },
      { record: "checked", at: now, outcome: "damaged" },
    ]);
    expect(leaving(entries, prepare(entries, everything(state, "police")).prepared)).not.toContain("4711");
    expect(prepare(entries, presetFor(state, "friend", "x")).prepared.disclosure.custody).toEqual([]);
  });

  test("by default holds no picture for anybody, and only plan and links for a friend or helpline", () => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "friend", ""));
    for (const recipient of recipients) {
      const { disclosure } = prepare(entries, presetFor(state, recipient, "x")).prepared;
      expect(disclosure.evidence.filter(({ type }) => isMedia(type))).toEqual([]);
      expect(disclosure.continuity).toBe(false);
    }
    expect([...presetFor(state, "friend", "").parts]).toEqual(["plan", "links"]);
    expect([...presetFor(state, "helpline", "").parts]).toEqual(["plan", "links"]);
  });

  test("fits the schema and the name rules whatever was recorded and ticked", () => {
    fc.assert(
      fc.property(arbitraryHistory(40), fc.constantFrom(...recipients), ({ entries, state }, recipient) => {
        const { disclosure } = prepare(entries, everything(state, recipient)).prepared;
        expect(caseJsonFaults(disclosure.caseJson)).toEqual([]);
        for (const { name } of [...disclosure.evidence, ...disclosure.notices]) expect([name, isNameAllowed(name)]).toEqual([name, true]);
        const digests = new Map(entries.map(({ seq, body }) => [seq, Object(body).sha256]));
        for (const { seq, sha256 } of disclosure.evidence) {
          expect(disclosure.entries).toContain(seq);
          expect(digests.get(seq)).toBe(sha256);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("never holds media or, for a friend, a link, where somebody was or may have been under 18", () => {
    let held = 0;
    fc.assert(
      fc.property(arbitraryHistory(50), fc.constantFrom(...recipients), ({ entries, state }, recipient) => {
        const { disclosure } = prepare(entries, everything(state, recipient)).prepared;
        for (const { type, seq } of disclosure.evidence) {
          const item = [...state.evidence.values()].find((one) => one.seq === seq);
          if (item !== undefined && isMedia(type)) expect(mayShow(state, item.id)).toBe(true);
        }
        if (!linksMayLeave(state, recipient)) {
          held += 1;
          const text = leaving(entries, prepare(entries, everything(state, recipient)).prepared);
          for (const one of state.links.values()) expect(text).not.toContain(one.text);
        }
        const every = { ...everything(state, recipient), evidence: new Set([...state.evidence.keys(), ...state.messages.keys()]) };
        expect(allowed(state, every).evidence.size).toBe(offeredEvidence(state, recipient).length);
      }),
      { numRuns: 150 },
    );
    expect(held).toBeGreaterThan(5);
  });

  test("reads the same on the other side: every section of the report but the list of files", () => {
    const entries = markedEntries();
    const { state } = prepare(entries, presetFor(emptyCase, "lawyer", "x"));
    const { disclosure } = prepare(entries, { ...everything(state, "lawyer"), cover: { asks: "mark-ask" } }).prepared;
    const timeline = disclosure.entries.map((seq, i) => {
      const { seq: _, ...entry } = entries[seq] ?? { seq };
      return { n: i + 1, entry: JSON.parse(JSON.stringify(entry)) };
    });
    const opened = openedReport(
      {
        bundleId: ids.bundle,
        sealedAt: now,
        label: "x",
        keyFingerprint: "",
        sealCode: [],
        checks: [],
        caseJson: disclosure.caseJson,
        timeline,
        files: disclosure.evidence.map(({ name, size, type }) => ({ path: `data/evidence/${name}`, size, type })),
        copies: [],
        custody: disclosure.custody,
      },
      createTranslate(english),
      "en",
    );
    const headings = (sections: readonly { readonly heading: string }[]): readonly string[] => sections.map(({ heading }) => heading);
    expect(opened.cover).toEqual(disclosure.report.cover);
    expect(headings(opened.sections).toSorted()).toEqual(
      headings(disclosure.report.sections)
        .filter((heading) => heading !== "Files in this record")
        .toSorted(),
    );
    const timelineOf = (sections: typeof opened.sections) => sections.find(({ heading }) => heading === "Timeline");
    expect(timelineOf(opened.sections)?.blocks).toEqual(timelineOf(disclosure.report.sections)?.blocks);
    const sheetOf = (sections: typeof opened.sections) => sections.find(({ heading }) => heading === "Custody sheet");
    expect(sheetOf(opened.sections)?.blocks).toEqual(sheetOf(disclosure.report.sections)?.blocks);
    expect(sheetOf(opened.sections)?.blocks).toHaveLength(1);
  });
});

import type { Command, Refusal } from "../../src/case/commands.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import type { Commands } from "../../src/case/kinds.ts";
import { limits } from "../../src/case/limits.ts";
import type { CaseState } from "../../src/case/state.ts";
import { plusHours } from "../../src/lib/time.ts";
import { account, adultCase, after, bundle, deadline, evidence, ids, link, message, now, opened, picture, report } from "./given.ts";

export const closed = after(opened, { do: "close-case", kept: "" });
const newer = fold(opened, [{ seq: opened.size, at: now, offset: 0, as: "unread", why: "newer" }]);
export const minor = after(opened, ...picture(ids.adult, "under18"), link(ids.link, [ids.adult]));
const unsure = after(opened, ...picture(ids.adult, "unknown"), link(ids.link, [ids.adult]));
const unanswered = after(opened, ...picture(ids.adult), link(ids.link, [ids.adult]));
export const withShot = after(adultCase, evidence());
/** A covered copy of that screenshot. */
const copy = (change: Parameters<typeof evidence>[0] = {}): Command =>
  evidence({
    evidence: ids.nobody,
    file: ids.nobody,
    sha256: "b".repeat(64),
    came: "made",
    source: { evidence: ids.shot, sha256: "a".repeat(64), how: "covered", at: "" },
    ...change,
  });
const fingerprint: Commands["make-fingerprint"] = {
  do: "make-fingerprint",
  fingerprint: ids.print,
  picture: ids.adult,
  sha256: "d".repeat(64),
  size: 1,
  type: "image/png",
  md5: null,
  pdq: null,
  quality: null,
};
const withPrint = after(adultCase, fingerprint);
const comparison: Command = {
  do: "compare-fingerprint",
  fingerprint: ids.print,
  about: "case",
  sha256: "e".repeat(64),
  pdq: null,
  quality: null,
  distance: null,
  verdict: "cant-tell",
};
const correctedShot = after(withShot, { do: "answer-age", picture: ids.adult, age: "under18" });
export const own = after(adultCase, { do: "describe-picture", picture: ids.adult, shows: ["sold"], takenByPerson: "yes" });
export const stopNcii = (pictures: readonly string[]): Command => ({
  do: "keep-hash-case",
  service: "stopncii",
  pictures,
  caseNumber: "1",
  pin: null,
});
export const dmca = report({ route: "us-dmca-512" });
const late = plusHours(now, 1);
export const spelled = `see data:image/jpeg;base64,${"/9j4".repeat(20)}`;

export type Row = readonly [string, CaseState, Command];
/** Every code, with the situations that reach it. A code without a row does not compile. */
export const refusals: { readonly [C in Refusal["code"]]: readonly [Row, ...Row[]] } = {
  "case-not-open": [
    ["nothing before a case is open", emptyCase, link(ids.link)],
    ["not even closing it", emptyCase, { do: "close-case", kept: "" }],
  ],
  "case-closed": [
    ["nothing in a closed case", closed, link(ids.link)],
    ["nor opening it as if new", closed, { do: "open-case" }],
  ],
  "case-newer": [
    ["nothing in a case that a newer version has continued", newer, link(ids.link)],
    ["nor closing it", newer, { do: "close-case", kept: "" }],
    ["nor handing it over: an answer about ages may be among what cannot be read", newer, bundle("police")],
  ],
  "already-open": [
    ["opened twice", opened, { do: "open-case" }],
    ["reopened while open", opened, { do: "reopen-case" }],
  ],
  "bad-value": [
    ["a copy that names no source", withShot, evidence({ evidence: ids.nobody, file: ids.nobody, sha256: "b".repeat(64), came: "made" })],
    ["a source for what was not made here", withShot, copy({ came: "import" })],
    [
      "a copy of other bytes than those kept",
      withShot,
      copy({ source: { evidence: ids.shot, sha256: "c".repeat(64), how: "covered", at: "" } }),
    ],
    ["a quality above 100", adultCase, { ...fingerprint, quality: 101 }],
    [
      "more damage named than found",
      opened,
      { do: "record-check", entries: 1, files: 0, damaged: 0, damage: [{ what: "head", number: 0, why: "older" }] },
    ],
    ["an id that is none", opened, { do: "add-picture", picture: "1", label: "" }],
    ["an answer that is none", opened, { do: "answer-fact", fact: "danger", value: "perhaps" }],
    ["a country in small letters", opened, { do: "answer-fact", fact: "country", value: "gb" }],
    [
      "a line of a paste",
      opened,
      {
        do: "paste",
        from: "paste",
        pictures: [],
        lines: [{ as: "link", body: { link: ids.link, text: "", key: "k", host: "", site: "", platform: null } }],
      },
    ],
    ["the same link twice in a report", adultCase, report({ covers: [`link:${ids.link}`, `link:${ids.link}`] })],
    ["a deadline before the report", adultCase, report({ deadline: { ...deadline, dueAt: now } })],
    [
      "a PIN without an id",
      adultCase,
      { do: "keep-hash-case", service: "take-it-down-ncmec", pictures: [], caseNumber: "", pin: { id: "x", text: "1" } },
    ],
  ],
  "too-long": [
    ["a note", adultCase, { do: "note-link", link: ids.link, field: "caption", value: "x".repeat(limits.note + 1) }],
    [
      "too many pictures named in a paste",
      after(opened, ...Array.from({ length: limits.few + 1 }, (_, i) => picture((i + 4096).toString(16).padStart(32, "0"))).flat()),
      link(
        ids.link,
        Array.from({ length: limits.few + 1 }, (_, i) => (i + 4096).toString(16).padStart(32, "0")),
      ),
    ],
  ],
  "unknown-subject": [
    ["a copy of nothing", adultCase, copy()],
    ["fingerprint of no picture", adultCase, { ...fingerprint, picture: ids.nobody }],
    ["the same file again, which is not here", withShot, { do: "add-evidence-about", evidence: ids.nobody, about: ["case"], pictures: [] }],
    [
      "the same file about nothing known",
      withShot,
      { do: "add-evidence-about", evidence: ids.shot, about: [`link:${ids.nobody}`], pictures: [] },
    ],
    ["fingerprint of no file", adultCase, { do: "fingerprint-evidence", evidence: ids.nobody, md5: null, pdq: null, quality: null }],
    ["held against no fingerprint", adultCase, comparison],
    ["no message covered", adultCase, { do: "cover-message", message: ids.nobody, text: "", original: "a".repeat(64) }],
    ["age of no picture", opened, { do: "answer-age", picture: ids.nobody, age: "adult" }],
    ["description of no picture", opened, { do: "describe-picture", picture: ids.nobody, shows: [], takenByPerson: null }],
    ["paste naming no picture", opened, link(ids.link, [ids.nobody])],
    ["note on no link", opened, { do: "note-link", link: ids.nobody, field: "hint", value: "" }],
    ["pictures of no link", opened, { do: "set-link-pictures", link: ids.nobody, pictures: [] }],
    ["no picture on a link", adultCase, { do: "set-link-pictures", link: ids.link, pictures: [ids.nobody] }],
    ["look at no link", opened, { do: "check-link", link: ids.nobody, found: "gone", by: "person" }],
    ["no link aside", opened, { do: "set-link-aside", link: ids.nobody, reason: "mine" }],
    ["no link taken up", opened, { do: "take-link-up", link: ids.nobody }],
    ["search for no link", opened, { do: "note-search", link: ids.nobody, engine: "google", state: "out" }],
    ["fact about no site", opened, { do: "note-site", site: "b.example", fact: "asks-for-money", value: "yes", note: "" }],
    ["text about nothing", opened, { do: "keep-text", text: ids.nobody, value: "x", why: "note", about: `link:${ids.nobody}` }],
    ["look at no place", opened, { do: "check-place", place: ids.nobody, found: "gone", by: "person" }],
    ["look at no profile", opened, { do: "check-profile", profile: ids.nobody, found: "gone" }],
    ["evidence about nothing", adultCase, evidence({ about: [`place:${ids.nobody}`] })],
    ["evidence that is text, of no picture", adultCase, evidence({ type: "text/plain", pictures: [ids.nobody] })],
    ["questions on no evidence", opened, { do: "question-evidence", evidence: ids.nobody, address: "yes", date: "yes", uploader: "yes" }],
    ["no original to forget", opened, { do: "forget-original", evidence: ids.nobody, reason: "x" }],
    ["message about nothing", opened, message({ about: [`person:${ids.nobody}`] })],
    ["report on nothing known", opened, report()],
    ["report that follows none", adultCase, report({ follows: ids.nobody })],
    [
      "answer to no report",
      opened,
      { do: "answer-report", report: ids.nobody, answer: "removed", answeredAt: now, note: "", message: null },
    ],
    [
      "answer with no message",
      after(adultCase, report()),
      { do: "answer-report", report: ids.report, answer: "removed", answeredAt: now, note: "", message: ids.nobody },
    ],
    [
      "case number for no picture",
      opened,
      { do: "keep-hash-case", service: "take-it-down-ncmec", pictures: [ids.nobody], caseNumber: "", pin: null },
    ],
    ["check of no account", opened, { do: "check-account", account: ids.nobody, check: "sessions", result: "done", note: "" }],
    ["nobody told", opened, { do: "tell-person", person: ids.nobody }],
    ["step done for nothing", opened, { do: "do-step", step: "a", subject: "site:b.example", note: "" }],
    ["step skipped for nothing", opened, { do: "skip-step", step: "a", subject: `message:${ids.nobody}`, reason: "x" }],
    ["bundle with no such evidence", adultCase, bundle("lawyer", [ids.nobody])],
    [
      "bundle with a forgotten original",
      after(withShot, { do: "forget-original", evidence: ids.shot, reason: "x" }),
      bundle("lawyer", [ids.shot]),
    ],
  ],
  "already-there": [
    ["a fingerprint of the same file once more", withPrint, { ...fingerprint, fingerprint: ids.nobody }],
    ["picture", adultCase, { do: "add-picture", picture: ids.adult, label: "" }],
    ["link with an id that is taken", adultCase, link(ids.link, [], "elsewhere")],
    [
      "two lines with one id",
      opened,
      {
        do: "paste",
        from: "paste",
        pictures: [],
        lines: [0, 1].map(() => ({ as: "text", body: { text: ids.nobody, value: "x", why: "not-a-link" } }) as const),
      },
    ],
    [
      "text",
      after(opened, { do: "keep-text", text: ids.nobody, value: "x", why: "note", about: "case" }),
      { do: "keep-text", text: ids.nobody, value: "y", why: "note", about: "case" },
    ],
    [
      "place",
      after(opened, { do: "add-place", place: ids.place, name: "", platform: null, invite: "", admins: "", numbers: "" }),
      { do: "add-place", place: ids.place, name: "", platform: null, invite: "", admins: "", numbers: "" },
    ],
    ["evidence id", withShot, evidence({ sha256: "c".repeat(64), file: ids.nobody })],
    ["vault file", withShot, evidence({ sha256: "c".repeat(64), evidence: ids.nobody })],
    [
      "forgotten twice",
      after(withShot, { do: "forget-original", evidence: ids.shot, reason: "x" }),
      { do: "forget-original", evidence: ids.shot, reason: "x" },
    ],
    ["message", after(adultCase, message()), message()],
    ["report", after(adultCase, report()), report()],
    ["account", after(opened, account(ids.account, "Gmail")), account(ids.account, "Gmail")],
    [
      "told twice",
      after(opened, { do: "add-person", person: ids.person, name: "", relation: "", told: true }),
      { do: "tell-person", person: ids.person },
    ],
    ["bundle", after(adultCase, bundle("lawyer")), bundle("lawyer")],
  ],
  "evidence-already-there": [["same digest", withShot, evidence({ evidence: ids.nobody, file: ids.nobody })]],
  "nothing-to-add": [
    ["empty paste", opened, { do: "paste", from: "paste", lines: [], pictures: [] }],
    ["link that was not aside", adultCase, { do: "take-link-up", link: ids.link }],
    ["step that was not marked", opened, { do: "take-step-up", step: "a", subject: "case" }],
  ],
  "media-under-18": [
    ["fingerprint of a picture", minor, fingerprint],
    ["the same file again", correctedShot, { do: "add-evidence-about", evidence: ids.shot, about: ["case"], pictures: [] }],
    [
      "the same file, now with a picture of a minor",
      after(withShot, { do: "add-picture", picture: ids.other, label: "" }, { do: "answer-age", picture: ids.other, age: "under18" }),
      { do: "add-evidence-about", evidence: ids.shot, about: [], pictures: [ids.other] },
    ],
    ["fingerprint of a kept file", correctedShot, { do: "fingerprint-evidence", evidence: ids.shot, md5: null, pdq: null, quality: null }],
    ["another file held against a fingerprint", after(withPrint, { do: "answer-age", picture: ids.adult, age: "under18" }), comparison],
    [
      "another file, found where a picture of somebody under 18 is, held against a fingerprint",
      after(withPrint, ...picture(ids.other, "under18"), link(ids.link, [ids.other])),
      { ...comparison, about: `link:${ids.link}` },
    ],
    ["picture", minor, evidence({ pictures: [ids.adult] })],
    ["screenshot that names no picture", minor, evidence({ role: "chat" })],
    ["about a link that shows it", minor, evidence({ about: [`link:${ids.link}`] })],
    ["about its site", minor, evidence({ about: ["site:a.example"] })],
    ["about a report on it", after(minor, report()), evidence({ role: "receipt", about: [`report:${ids.report}`] })],
    ["about its search result", minor, evidence({ role: "search", about: [`search:${ids.link}/google`] })],
    ["about the picture itself", minor, evidence({ about: [`picture:${ids.adult}`] })],
    [
      "an adult's picture at a link with both",
      after(minor, ...picture(ids.other, "adult")),
      evidence({ pictures: [ids.other], about: [`link:${ids.link}`] }),
    ],
    [
      "somebody under 18 today, whatever was answered",
      after(adultCase, { do: "answer-fact", fact: "minorNow", value: "yes" }),
      evidence({ pictures: [ids.adult] }),
    ],
    ["the same, without any picture", after(opened, { do: "answer-fact", fact: "minorNow", value: "yes" }), evidence()],
    ["a raw e-mail, which may carry pictures", minor, message()],
    ["spelled out in a note", minor, { do: "note-link", link: ids.link, field: "hint", value: spelled }],
    [
      "spelled out in a paste",
      minor,
      {
        do: "paste",
        from: "paste",
        pictures: [],
        lines: [{ as: "text", body: { text: ids.nobody, value: spelled, why: "unusable-link" } }],
      },
    ],
  ],
  "media-age-unknown": [
    ["fingerprint of a picture", unsure, fingerprint],
    ["fingerprint while the question is open", unanswered, fingerprint],
    [
      "another file held against a fingerprint, found where nobody said which picture is shown, while one is open",
      after(withPrint, ...picture(ids.other), link(ids.place, [], "elsewhere")),
      { ...comparison, about: `link:${ids.place}` },
    ],
    ["no picture answered for yet", opened, evidence()],
    ["a question not answered", unanswered, evidence({ pictures: [ids.adult] })],
    ["an answer of don't know", unsure, evidence({ pictures: [ids.adult] })],
    ["naming none while one is open", after(adultCase, ...picture(ids.other)), evidence({ role: "chat" })],
    ["naming one that is not there", adultCase, evidence({ pictures: [ids.nobody] })],
    ["a raw e-mail, which may carry pictures", opened, message()],
    ["spelled out in a message", opened, message({ text: spelled })],
  ],
  "stopncii-under-18": [
    ["the picture", minor, stopNcii([ids.adult])],
    ["one of two", after(minor, ...picture(ids.other, "adult")), stopNcii([ids.other, ids.adult])],
    ["none named", minor, stopNcii([])],
  ],
  "stopncii-age-unknown": [
    ["no picture", opened, stopNcii([])],
    ["not answered", unanswered, stopNcii([ids.adult])],
    ["don't know", unsure, stopNcii([ids.adult])],
  ],
  "dmca-under-18": [["link that shows it", minor, dmca]],
  "dmca-age-unknown": [
    ["not answered", unanswered, dmca],
    ["don't know", unsure, dmca],
    [
      "one link names no picture and another is open",
      after(own, ...picture(ids.other), link(ids.link2)),
      report({ route: "us-dmca-512", covers: [`link:${ids.link}`, `link:${ids.link2}`] }),
    ],
  ],
  "dmca-not-your-picture": [
    ["not asked who took it", adultCase, dmca],
    ["somebody else took it", after(adultCase, { do: "describe-picture", picture: ids.adult, shows: [], takenByPerson: "no" }), dmca],
    ["a fake", after(adultCase, { do: "describe-picture", picture: ids.adult, shows: ["fake"], takenByPerson: "yes" }), dmca],
    [
      "filmed secretly",
      after(adultCase, { do: "describe-picture", picture: ids.adult, shows: ["filmed-secretly"], takenByPerson: "yes" }),
      dmca,
    ],
    ["the notice, on another route", adultCase, report({ route: "host", notice: "us-dmca-512" })],
    [
      "one of two pictures",
      after(own, ...picture(ids.other, "adult"), { do: "set-link-pictures", link: ids.link, pictures: [ids.adult, ids.other] }),
      dmca,
    ],
    [
      "a link that names no picture counts for all",
      after(own, ...picture(ids.other, "adult"), link(ids.link2)),
      report({ route: "us-dmca-512", covers: [`link:${ids.link2}`] }),
    ],
  ],
  "bundle-media-under-18": [
    ["an age corrected later, to police as well", correctedShot, bundle("police", [ids.shot])],
    ["a picture added later and not answered for", after(withShot, ...picture(ids.other)), bundle("lawyer", [ids.shot])],
  ],
  "bundle-links-under-18": [
    ["to a friend", minor, bundle("friend")],
    ["to a friend, while unknown", unsure, bundle("friend")],
    ["to a friend, links without pictures", after(opened, link(ids.link)), bundle("friend")],
    ["to a friend, under 18 today", after(opened, { do: "answer-fact", fact: "minorNow", value: "yes" }), bundle("friend")],
  ],
  "report-covers-nothing": [["no link", adultCase, report({ covers: [] })]],
  "sent-in-the-future": [
    ["report", adultCase, report({ sentAt: late })],
    [
      "answer",
      after(adultCase, report()),
      { do: "answer-report", report: ids.report, answer: "received", answeredAt: late, note: "", message: null },
    ],
  ],
  "deadline-needs-all-elements": [["one is missing", adultCase, report({ deadline, missing: ["signature"] })]],
  "reason-missing": [
    ["skipping", opened, { do: "skip-step", step: "a", subject: "case", reason: " \n" }],
    ["setting aside", adultCase, { do: "set-link-aside", link: ids.link, reason: "" }],
    ["forgetting", withShot, { do: "forget-original", evidence: ids.shot, reason: "" }],
  ],
};

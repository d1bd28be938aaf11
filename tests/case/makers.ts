import type { Command } from "../../src/case/commands.ts";
import type { Fingerprint, ReportKind } from "../../src/case/events.ts";
import type { Commands } from "../../src/case/kinds.ts";
import { instantFromMs, msOf, plusHours } from "../../src/lib/time.ts";
import { digest, factIds, factValues, helpers, idOf, sites, stepIds, subjectsOf, type Dice, type Making } from "./making.ts";
import { linkMakers } from "./makers-links.ts";

const fingerprint = (dice: Dice): Fingerprint => ({ md5: digest(dice).slice(32), pdq: digest(dice), quality: dice.roll() % 101 });

/** One row per command: mostly sensible, sometimes to be refused. */
export const makers: { readonly [D in keyof Commands]: (making: Making) => Commands[D] } = {
  "open-case": () => ({ do: "open-case" }),
  "close-case": () => ({ do: "close-case", kept: "all" }),
  "reopen-case": () => ({ do: "reopen-case" }),
  "record-backup": ({ state, dice, newId }) => ({
    do: "record-backup",
    backup: newId(),
    entries: Math.max(0, state.size - (dice.roll() % 3)),
    files: state.evidence.size,
    leftOut: 0,
    reader: dice.pick(["friend", "helpline", "lawyer", "police", null, null]),
  }),
  "answer-fact": ({ dice }) => {
    const fact = dice.pick(factIds);
    return { do: "answer-fact", fact, value: dice.often() ? dice.pick(factValues[fact]) : null };
  },
  "add-picture": ({ newId, dice }) => ({ do: "add-picture", picture: newId(), label: dice.pick(["", "beach", "mirror"]) }),
  "answer-age": ({ state, dice }) => ({
    do: "answer-age",
    picture: idOf(dice, state.pictures),
    age: dice.pick(["adult", "adult", "adult", "under18", "unknown"]),
  }),
  "describe-picture": ({ state, dice }) => ({
    do: "describe-picture",
    picture: idOf(dice, state.pictures),
    shows: dice.some(["intimate", "fake", "sold", "filmed-secretly"]),
    takenByPerson: dice.pick(["yes", "yes", "no", null]),
  }),
  ...linkMakers,
  "add-evidence": ({ state, dice, newId, now }) => ({
    do: "add-evidence",
    evidence: newId(),
    file: newId(),
    name: "shot.png",
    sha256: digest(dice),
    size: dice.roll(),
    type: dice.pick(["image/png", "image/png", "text/plain", "application/pdf", "message/rfc822", "video/mp4"]),
    role: dice.pick(["listing", "listing", "content", "chat", "profile", "search", "answer", "receipt", "access", "other"]),
    about: dice.some(subjectsOf(state)),
    pictures: dice.some(state.pictures.keys()),
    capturedAt: dice.often() ? now : null,
    capturedBy: "person",
    came: "import",
    fileTime: dice.often() ? now : null,
    capturedFrom: dice.pick(["screen", "file", "memory", "other", null]),
    misnamed: dice.pick([true, false]),
    source: null,
  }),
  "add-evidence-about": ({ state, dice }) => ({
    do: "add-evidence-about",
    evidence: idOf(dice, state.evidence),
    about: dice.some(subjectsOf(state)),
    pictures: dice.some(state.pictures.keys()),
  }),
  "fingerprint-evidence": ({ state, dice }) => ({ do: "fingerprint-evidence", evidence: idOf(dice, state.evidence), ...fingerprint(dice) }),
  "make-fingerprint": ({ state, dice, newId }) => ({
    do: "make-fingerprint",
    fingerprint: newId(),
    picture: idOf(dice, state.pictures),
    sha256: digest(dice),
    size: dice.roll(),
    type: "image/jpeg",
    ...fingerprint(dice),
  }),
  "compare-fingerprint": ({ state, dice }) => ({
    do: "compare-fingerprint",
    fingerprint: idOf(dice, state.fingerprints),
    about: dice.any(subjectsOf(state)) ?? "case",
    sha256: digest(dice),
    pdq: null,
    quality: null,
    distance: null,
    verdict: dice.pick(["same-file", "same-picture", "different", "cant-tell"]),
  }),
  "question-evidence": ({ state, dice }) => ({
    do: "question-evidence",
    evidence: idOf(dice, state.evidence),
    address: "no",
    date: "yes",
    uploader: "cant-tell",
  }),
  "forget-original": ({ state, dice }) => ({
    do: "forget-original",
    evidence: idOf(dice, state.evidence),
    reason: dice.pick(["a lawyer said so", ""]),
  }),
  "add-message": ({ state, dice, newId }) => ({
    do: "add-message",
    message: newId(),
    channel: "email",
    from: "someone",
    file: dice.often() ? newId() : null,
    name: "mail.eml",
    sha256: null,
    size: 3,
    text: "pay",
    count: 1,
    signs: ["deadline-pressure"],
    attachmentsDropped: 0,
    about: dice.some(subjectsOf(state)),
  }),
  "cover-message": ({ state, dice }) => ({
    do: "cover-message",
    message: idOf(dice, state.messages),
    text: "████",
    original: digest(dice),
  }),
  "send-report": ({ state, dice, newId, now }) => {
    const sentAt = dice.often() ? now : plusHours(now, 1);
    const route = dice.pick<ReportKind>([
      "platform-form",
      "us-take-it-down",
      "us-dmca-512",
      "host",
      "de-index",
      "preservation",
      "impersonation",
      "hotline",
    ]);
    return {
      do: "send-report",
      report: newId(),
      covers: dice.some(subjectsOf(state)),
      route,
      site: dice.pick(sites),
      platform: null,
      notice: route === "us-take-it-down" ? route : null,
      text: "Please remove.",
      missing: dice.often() ? [] : ["signature"],
      sentAt,
      reference: "T-1",
      exposure: "nobody",
      deadline:
        route === "us-take-it-down"
          ? { dueAt: plusHours(sentAt, 48), law: "TAKE IT DOWN Act", source: "the Act", sourceDate: "2026" }
          : null,
      follows: dice.often() ? null : idOf(dice, state.reports),
      by: dice.pick(helpers),
    };
  },
  "answer-report": ({ state, dice, now }) => ({
    do: "answer-report",
    report: idOf(dice, state.reports),
    answer: dice.pick(["received", "needs-more", "removed", "refused", "partly", "silent"]),
    answeredAt: dice.often() ? now : instantFromMs(msOf(now) - 3_600_000 * (dice.roll() % 100)),
    note: "",
    message: dice.any([null, ...state.messages.keys()]) ?? null,
  }),
  "keep-hash-case": ({ state, dice, newId }) => ({
    do: "keep-hash-case",
    service: dice.pick(["stopncii", "take-it-down-ncmec"]),
    pictures: dice.some(state.pictures.keys()),
    caseNumber: "N-1",
    pin: dice.often() ? { id: newId(), text: "1234" } : null,
  }),
  "add-account": ({ dice, newId }) => ({
    do: "add-account",
    account: newId(),
    service: dice.pick(["Gmail", "iCloud", "Instagram", "X", "Old Yahoo"]),
    login: "ana",
    note: "",
    resets: dice.some(["Gmail", "iCloud", "Instagram", "bank"]),
  }),
  "check-account": ({ state, dice }) => ({
    do: "check-account",
    account: idOf(dice, state.accounts),
    check: dice.pick(["recorded", "passphrase", "second-factor", "sessions", "forwarding", "recovery"]),
    result: dice.pick(["done", "done", "not-possible", "undone"]),
    note: "",
  }),
  "add-person": ({ newId, dice }) => ({ do: "add-person", person: newId(), name: "Nina", relation: "sister", told: !dice.often() }),
  "tell-person": ({ state, dice }) => ({ do: "tell-person", person: idOf(dice, state.people) }),
  "do-step": ({ state, dice }) => ({ do: "do-step", step: dice.pick(stepIds), subject: dice.any(subjectsOf(state)) ?? "case", note: "" }),
  "skip-step": ({ state, dice }) => ({
    do: "skip-step",
    step: dice.pick(stepIds),
    subject: dice.any(subjectsOf(state)) ?? "case",
    reason: dice.pick(["later", ""]),
  }),
  "take-step-up": ({ state, dice }) => {
    const [step = "safety-plan", subject = "case"] = (dice.any(state.steps.keys()) ?? "safety-plan|case").split("|", 2);
    return { do: "take-step-up", step, subject };
  },
  "record-check": ({ state, dice }) => {
    const damage = dice.some([
      { what: "segment", number: 2, why: "altered" },
      { what: "chunk", number: 0, why: "missing" },
    ] as const);
    return { do: "record-check", entries: state.size, files: state.evidence.size, damaged: damage.length, damage };
  },
  "record-bundle": ({ state, dice, newId }) => ({
    do: "record-bundle",
    bundle: newId(),
    recipient: dice.pick(["friend", "helpline", "lawyer", "police"]),
    label: "my lawyer",
    files: dice.some(state.evidence.keys()).map((item) => ({ item, copy: dice.pick([null, digest(dice)]) })),
    entries: state.size,
    continuity: false,
    holdsLinks: dice.pick([true, false]),
    sealDigest: digest(dice),
  }),
};

export const make = (what: Command["do"], making: Making): Command => makers[what](making);

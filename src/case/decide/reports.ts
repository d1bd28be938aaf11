import { agesVerdict, picturesOf, subjectsVerdict } from "../ages.ts";
import type { Id, SubjectKey } from "../events.ts";
import type { CaseState } from "../state.ts";
import { filled, id, isProblem, shape } from "../fields.ts";
import { limits } from "../limits.ts";
import { isKnown } from "../subject.ts";
import { msOf } from "../../lib/time.ts";
import { decideOne, fresh, inTheFuture, must, type Code, type Decides } from "./outcome.ts";

/** Pictures that decide: those named, or all of the case where none is. */
const named = (state: CaseState, pictures: readonly Id[]): readonly Id[] => (pictures.length > 0 ? pictures : [...state.pictures.keys()]);

/**
 * Copyright: only for adults, and only if the person took every picture themselves. A fake or a secret film is nobody's own
 * picture, whatever was answered; the statement is made under penalty of perjury.
 */
const dmcaCode = (state: CaseState, covers: readonly SubjectKey[]): Code | undefined => {
  const verdict = subjectsVerdict(state, covers);
  if (verdict !== "adult") return verdict === "under-18" ? "dmca-under-18" : "dmca-age-unknown";
  const unnamed = covers.some((key) => picturesOf(state, [key]).length === 0);
  const own = named(state, unnamed ? [] : picturesOf(state, covers)).every((one) => {
    const picture = state.pictures.get(one);
    return picture?.takenByPerson === "yes" && !picture.shows.includes("fake") && !picture.shows.includes("filmed-secretly");
  });
  return own ? undefined : "dmca-not-your-picture";
};

const pinOf = shape<{ readonly id: Id; readonly text: string }>({ id, text: filled(limits.label) });

const stopNcii = "stopncii";

const stopNciiCode = (state: CaseState, pictures: readonly Id[]): Code | undefined => {
  const verdict = agesVerdict(state, pictures);
  return verdict === "adult" ? undefined : verdict === "under-18" ? "stopncii-under-18" : "stopncii-age-unknown";
};

export const reportDecides: Decides<"send-report" | "answer-report" | "keep-hash-case"> = {
  "send-report": (state, command, { now }) =>
    decideOne("report.sent.v1", command, (body) => {
      const { report, covers, route, notice, sentAt, missing, deadline, follows } = body;
      if (covers.length === 0) return "report-covers-nothing";
      if (!covers.every((key) => isKnown(state, key))) return "unknown-subject";
      const copyright = route === "us-dmca-512" || notice === "us-dmca-512" ? dmcaCode(state, covers) : undefined;
      if (copyright !== undefined) return copyright;
      if (inTheFuture(sentAt, now)) return "sent-in-the-future";
      if (deadline !== null && missing.length > 0) return "deadline-needs-all-elements";
      if (deadline !== null && msOf(deadline.dueAt) <= msOf(sentAt)) return "bad-value";
      return fresh(state.reports, report) ?? must(follows === null || state.reports.has(follows));
    }),
  "answer-report": (state, command, { now }) =>
    decideOne("report.answered.v1", command, ({ report, message, answeredAt }) => {
      if (!state.reports.has(report) || (message !== null && !state.messages.has(message))) return "unknown-subject";
      return inTheFuture(answeredAt, now) ? "sent-in-the-future" : undefined;
    }),
  /** The PIN goes to a private record; the event holds its commitment, which the vault puts in. */
  "keep-hash-case": (state, { service, pictures, caseNumber, pin }) =>
    decideOne(
      "hash.submitted.v1",
      { service, pictures, caseNumber, pin: null },
      () =>
        must(pictures.every((picture) => state.pictures.has(picture))) ??
        (service === stopNcii ? stopNciiCode(state, pictures) : undefined) ??
        (pin !== null && isProblem(pinOf(pin)) ? "bad-value" : undefined),
      pin === null ? [] : [{ field: "pin", ...pin }],
    ),
};

import type { SubjectKey } from "../../case/events.ts";
import type { CaseState } from "../../case/state.ts";
import type { Json, JsonObject } from "../../lib/json.ts";
import { copyFor, type Copies } from "./copies.ts";
import { coverFields, type Choices, type CoverField } from "./choices.ts";
import type { Going } from "./going.ts";
import { subjectFilter } from "./subjects.ts";

/** Words that the object carries beside its codes, already in the reader's language. */
export interface CaseJsonWords {
  readonly coverLabel: (field: CoverField) => string;
  readonly stepTitle: (step: string) => string;
}
export interface PlannedAction {
  readonly step: string;
  readonly subject: SubjectKey;
  readonly status: string;
}

/** Instances of a class never get in here: what is listed member by member is what leaves. `undefined` members fall out. */
const compact = (members: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((pair): pair is [string, Json] => pair[1] !== undefined));

const copyMember = (copies: Copies, file: string): JsonObject | undefined => {
  const copy = copyFor(copies, file);
  return copy && { ...copy, how: "stripped" };
};

const list = <T>(wanted: boolean, items: Iterable<T>, row: (item: T) => JsonObject): readonly JsonObject[] | undefined =>
  wanted ? Array.from(items, row) : undefined;

/**
 * `data/case.json`: what is disclosed, folded. Its shape is `export/case.schema.json`. A list that was not ticked is absent; secrets and the
 * de-duplication keys never appear.
 */
export const caseJson = (
  state: CaseState,
  choices: Choices,
  going: Going,
  plan: readonly PlannedAction[],
  copies: Copies,
  meta: { readonly date: string; readonly language: string },
  words: CaseJsonWords,
): JsonObject => {
  const { parts } = choices;
  const evidenceIds = new Set(going.evidence.map(({ item }) => item.id));
  const reportIds = new Set(going.reports.map(({ id }) => id));
  const evidenceOf = (ids: readonly string[]): readonly string[] => ids.filter((id) => evidenceIds.has(id));
  const reportsOf = (ids: readonly string[]): readonly string[] => ids.filter((id) => reportIds.has(id));
  const mayName = subjectFilter(state, choices);
  const aboutOf = (keys: readonly SubjectKey[]): readonly string[] => keys.filter(mayName);
  return compact({
    format: "holdfast-case/1",
    date: meta.date,
    language: meta.language,
    recipient: choices.recipient,
    cover: coverFields.flatMap((field) => {
      const value = choices.cover[field]?.trim() ?? "";
      return value === "" ? [] : [{ field, label: words.coverLabel(field), value }];
    }),
    facts: list(parts.has("answers"), Object.entries(state.facts), ([fact, value]) => ({ fact, value: value ?? null })),
    pictures: list(parts.has("links"), going.pictures, ({ id, label, age, shows, takenByPerson }) => ({
      id,
      label,
      age,
      shows: parts.has("answers") ? shows : [],
      takenByPerson: parts.has("answers") ? takenByPerson : null,
    })),
    links: list(parts.has("links"), going.links, (link) => ({
      id: link.id,
      at: link.at,
      text: link.text,
      site: link.site,
      platform: link.platform,
      repeats: link.repeats,
      notes: { ...link.notes },
      pictures: link.pictures,
      evidence: evidenceOf(link.evidence),
      reports: reportsOf(link.reports),
      checks: link.checks.map(({ at, found, by }) => ({ at, found, by })),
      search: Object.entries(link.search).map(([engine, { at, state: now }]) => ({ engine, at, state: now })),
      setAside: link.setAside,
    })),
    places: list(parts.has("links"), going.places, (place) => ({
      id: place.id,
      at: place.at,
      name: place.name,
      platform: place.platform,
      invite: place.invite,
      admins: place.admins,
      numbers: place.numbers,
      evidence: evidenceOf(place.evidence),
      reports: reportsOf(place.reports),
    })),
    profiles: list(parts.has("links"), going.profiles, (profile) => ({
      id: profile.id,
      at: profile.at,
      handle: profile.handle,
      text: profile.text,
      site: profile.site,
      platform: profile.platform,
      note: profile.note,
      evidence: evidenceOf(profile.evidence),
      reports: reportsOf(profile.reports),
      checks: profile.checks.map(({ at, found }) => ({ at, found })),
    })),
    evidence: going.evidence.map(({ item, path }) =>
      compact({
        id: item.id,
        at: item.at,
        name: item.name,
        path,
        sha256: item.sha256,
        size: item.size,
        type: item.type,
        role: item.role,
        about: aboutOf(item.about),
        pictures: item.pictures,
        capturedAt: item.capturedAt,
        capturedBy: item.capturedBy,
        came: item.came,
        source: item.source === null ? null : { sha256: item.source.sha256, how: item.source.how, at: item.source.at },
        questions: item.questions === null ? null : { ...item.questions },
        copy: copyMember(copies, item.file),
      }),
    ),
    messages: list(parts.has("messages"), going.messages, ({ message, path }) => ({
      id: message.id,
      at: message.at,
      channel: message.channel,
      from: message.from,
      name: message.name,
      path,
      sha256: message.sha256,
      size: message.size,
      text: message.text,
      count: message.count,
      signs: message.signs,
      attachmentsDropped: message.attachmentsDropped,
      about: aboutOf(message.about),
    })),
    reports: list(parts.has("reports"), going.reports, (report) => ({
      id: report.id,
      at: report.at,
      covers: aboutOf(report.covers),
      route: report.route,
      site: report.site,
      platform: report.platform,
      notice: report.notice,
      text: report.text,
      missing: report.missing,
      sentAt: report.sentAt,
      reference: report.reference,
      exposure: report.exposure,
      deadline: report.deadline === null ? null : { ...report.deadline },
      follows: report.follows !== null && reportIds.has(report.follows) ? report.follows : null,
      by: report.by,
      answers: report.answers.map(({ at, answer, answeredAt, note, message }) => ({
        at,
        answer,
        answeredAt,
        note,
        message: going.messages.some((m) => m.message.id === message) ? message : null,
      })),
    })),
    hashCases: list(parts.has("reports"), state.hashCases, ({ at, service, pictures, caseNumber }) => ({
      at,
      service,
      pictures,
      caseNumber,
    })),
    accounts: list(parts.has("accounts"), going.accounts, (account) => ({
      id: account.id,
      at: account.at,
      service: account.service,
      login: account.login,
      resets: account.resets,
      note: account.note,
      checks: Object.entries(account.checks).map(([check, { at, result, note }]) => ({ at, check, result, note })),
    })),
    people: list(parts.has("people"), going.people, ({ id, at, name, relation, told }) => ({ id, at, name, relation, told })),
    texts: list(parts.has("notes"), going.texts, ({ id, at, value, why, about }) => ({ id, at, value, why, about })),
    steps: list(
      parts.has("steps"),
      [...state.steps].filter(([key]) => mayName(key.split("|", 2)[1] ?? "")),
      ([key, { at, mark, note }]) => {
        const [step = "", subject = ""] = key.split("|", 2);
        return { at, step, subject: mayName(subject) ? subject : "case", mark, note };
      },
    ),
    plan: list(parts.has("plan"), plan, ({ step, subject, status }) => ({
      step,
      subject: mayName(subject) ? subject : "case",
      title: words.stepTitle(step),
      state: status,
    })),
  });
};

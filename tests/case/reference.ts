import type { Read } from "../../src/case/decode.ts";
import type { CaseEvent, EventKind, Id, SubjectKey } from "../../src/case/events.ts";
import type { Bodies } from "../../src/case/kinds.ts";
import type { CaseState, LinkCheck, Origin, StepMark } from "../../src/case/state.ts";

interface Event<B> {
  readonly body: B;
  readonly origin: Origin;
}
type Told<K extends EventKind> = Extract<CaseEvent, { readonly kind: K }>;

/** What the first version of a file's entry did not say. */
const notSaid = { fileTime: null, capturedFrom: null, misnamed: false, source: null } as const;

/**
 * The slow and obvious fold: every part of the state is asked of the whole log, from the beginning, for each thing anew.
 * `src/case/fold.ts` must say the same.
 */
export const referenceFold = (reads: readonly Read[]): CaseState => {
  const isOf =
    <K extends EventKind>(kinds: readonly K[]) =>
    (event: CaseEvent): event is Told<K> =>
      kinds.some((kind) => kind === event.kind);
  const all = <K extends EventKind>(...kinds: readonly K[]): readonly (Told<K> & { readonly origin: Origin })[] => {
    const wanted = isOf(kinds);
    return reads.flatMap((read) =>
      read.as === "read" && wanted(read.event) ? [{ ...read.event, origin: { seq: read.seq, at: read.at, offset: read.offset } }] : [],
    );
  };
  const last = <T>(items: readonly T[]): T | undefined => items[items.length - 1];
  /** First of each id, made into a thing. */
  const things = <B, T>(events: readonly Event<B>[], id: (body: B) => Id, thing: (body: B, origin: Origin) => T): ReadonlyMap<Id, T> => {
    const made = new Map<Id, T>();
    for (const { body, origin } of events) if (!made.has(id(body))) made.set(id(body), thing(body, origin));
    return made;
  };
  /** Is the thing that this event speaks of already there? */
  const made = (kind: EventKind, field: string, id: Id, seq: number): boolean =>
    all(kind).some(({ body, origin }) => (body as Record<string, unknown>)[field] === id && origin.seq < seq);
  const added = all("evidence.added.v1", "evidence.added.v2").map(({ body, origin }): Event<Bodies["evidence.added.v2"]> => ({
    body: { ...notSaid, ...body },
    origin,
  }));
  /** Each time that a file was put to something: when it came in, and when it came in again. */
  const filings = [
    ...things(
      added,
      (body) => body.evidence,
      (body, origin) => ({ body, origin }),
    ).values(),
    ...all("evidence.about-added.v1").filter(({ body, origin }) =>
      added.some((one) => one.body.evidence === body.evidence && one.origin.seq < origin.seq),
    ),
  ].sort((a, b) => a.origin.seq - b.origin.seq);
  const evidenceAbout = (kind: EventKind, field: string, id: Id, keys: (about: readonly SubjectKey[]) => boolean): readonly Id[] => [
    ...new Set(filings.flatMap(({ body, origin }) => (keys(body.about) && made(kind, field, id, origin.seq) ? body.evidence : []))),
  ];
  const reports = things(
    all("report.sent.v1"),
    (body) => body.report,
    (body, origin) => ({ body, origin }),
  );
  const reportsOn = (kind: EventKind, field: string, id: Id, key: SubjectKey): readonly Id[] =>
    [...reports.values()].flatMap(({ body, origin }) =>
      body.covers.includes(key) && made(kind, field, id, origin.seq) ? body.report : [],
    );
  const checks = <B extends Pick<LinkCheck, "found" | "by">>(
    events: readonly Event<B>[],
    id: (body: B) => Id,
    own: Id,
    since: number,
  ): readonly LinkCheck[] =>
    events.flatMap(({ body, origin }) => (id(body) === own && origin.seq > since ? [{ ...origin, found: body.found, by: body.by }] : []));

  const links = things(
    all("link.added.v1"),
    (body) => body.link,
    ({ link: id, text, key, host, site, platform }, origin) => {
      const after = <T extends { readonly origin: Origin; readonly body: { readonly link?: Id } }>(events: readonly T[]): readonly T[] =>
        events.filter((event) => event.body.link === id && event.origin.seq > origin.seq);
      const searches = [
        ...after(all("search.noted.v1")).map(({ body, origin: o }) => ({ engine: body.engine, state: { ...o, state: body.state } })),
        ...[...reports.values()].flatMap(({ body, origin: o }) =>
          body.route === "de-index" && o.seq > origin.seq
            ? body.covers.flatMap((covered) =>
                covered.startsWith(`search:${id}/`)
                  ? { engine: covered.slice(`search:${id}/`.length), state: { ...o, state: "asked" as const } }
                  : [],
              )
            : [],
        ),
      ].sort((a, b) => a.state.seq - b.state.seq);
      const aside = last([...after(all("link.set-aside.v1", "link.taken-up.v1"))]);
      return {
        ...origin,
        id,
        text,
        key,
        host,
        site,
        platform,
        repeats: [...new Set(after(all("link.repeated.v1")).map(({ body }) => body.text))].filter((other) => other !== text),
        notes: Object.fromEntries(after(all("link.noted.v1")).map(({ body }) => [body.field, body.value])),
        pictures: last(after(all("link.pictures-set.v1")))?.body.pictures ?? [],
        evidence: evidenceAbout("link.added.v1", "link", id, (about) =>
          about.some((one) => one === `link:${id}` || one.startsWith(`search:${id}/`)),
        ),
        reports: reportsOn("link.added.v1", "link", id, `link:${id}`),
        checks: checks(all("link.checked.v1"), (body) => body.link, id, origin.seq),
        search: Object.fromEntries(searches.map(({ engine, state }) => [engine, state])),
        setAside: aside?.kind === "link.set-aside.v1" ? aside.body.reason : null,
      };
    },
  );

  const linkByKey = new Map<string, Id>();
  for (const link of links.values()) if (!linkByKey.has(link.key)) linkByKey.set(link.key, link.id);
  const sites = new Map(
    [...new Set([...links.values()].map((link) => link.site))].map((name) => {
      const own = [...links.values()].filter((link) => link.site === name);
      const first = own[0]?.seq ?? 0;
      return [
        name,
        {
          name,
          platform: own[0]?.platform ?? null,
          links: own.map((link) => link.id),
          evidence: [
            ...new Set(
              filings.flatMap(({ body, origin }) =>
                (origin.seq > first && body.about.includes(`site:${name}`)) ||
                own.some((link) => link.seq < origin.seq && body.about.includes(`link:${link.id}`))
                  ? body.evidence
                  : [],
              ),
            ),
          ],
          facts: Object.fromEntries(
            all("site.noted.v1").flatMap(({ body, origin }) => (body.site === name && origin.seq > first ? [[body.fact, body.value]] : [])),
          ),
        },
      ];
    }),
  );

  const steps: CaseState["steps"] = new Map(
    [...new Set(all("step.done.v1", "step.skipped.v1").map(({ body }) => `${body.step}|${body.subject}`))].flatMap((key) => {
      let marks: readonly Omit<StepMark, "before">[] = [];
      for (const mark of all("step.done.v1", "step.skipped.v1", "step.taken-up.v1")) {
        if (`${mark.body.step}|${mark.body.subject}` !== key) continue;
        if (mark.kind === "step.done.v1") marks = [...marks, { ...mark.origin, mark: "done", note: mark.body.note }];
        else if (mark.kind === "step.skipped.v1") marks = [...marks, { ...mark.origin, mark: "skipped", note: mark.body.reason }];
        else {
          const left = marks.slice(0, -1);
          marks = left.slice(0, left.findLastIndex((one) => one.mark === "done") + 1);
        }
      }
      const top = marks.reduce<StepMark | null>((before, mark) => ({ ...mark, before }), null);
      return top === null ? [] : [[key, top] as const];
    }),
  );

  const unread = (why: string): number => reads.filter((read) => read.as === "unread" && read.why === why).length;
  return {
    size: reads.length,
    openedAt: all("case.opened.v1", "case.opened.v2")[0]?.origin.at ?? null,
    closed: last(all("case.closed.v1", "case.reopened.v1"))?.kind === "case.closed.v1",
    facts: Object.fromEntries(all("fact.answered.v1").map(({ body }) => [body.fact, body.value])),
    pictures: things(
      all("picture.added.v1"),
      (body) => body.picture,
      ({ picture: id, label }, origin) => {
        const described = last(all("picture.described.v1").filter(({ body, origin: o }) => body.picture === id && o.seq > origin.seq));
        return {
          ...origin,
          id,
          label,
          age:
            last(all("picture.age-answered.v1").filter(({ body, origin: o }) => body.picture === id && o.seq > origin.seq))?.body.age ??
            "unanswered",
          shows: described?.body.shows ?? [],
          takenByPerson: described?.body.takenByPerson ?? null,
          described: described !== undefined,
        };
      },
    ),
    links,
    linkByKey,
    sites,
    places: things(
      all("place.added.v1"),
      (body) => body.place,
      ({ place: id, ...rest }, origin) => ({
        ...origin,
        id,
        ...rest,
        evidence: evidenceAbout("place.added.v1", "place", id, (about) => about.includes(`place:${id}`)),
        reports: reportsOn("place.added.v1", "place", id, `place:${id}`),
        checks: checks(all("place.checked.v1"), (body) => body.place, id, origin.seq),
      }),
    ),
    profiles: things(
      all("profile.added.v1"),
      (body) => body.profile,
      ({ profile: id, ...rest }, origin) => ({
        ...origin,
        id,
        ...rest,
        evidence: evidenceAbout("profile.added.v1", "profile", id, (about) => about.includes(`profile:${id}`)),
        reports: reportsOn("profile.added.v1", "profile", id, `profile:${id}`),
        checks: all("profile.checked.v1").flatMap(({ body, origin: o }) =>
          body.profile === id && o.seq > origin.seq ? [{ ...o, found: body.found }] : [],
        ),
      }),
    ),
    evidence: things(
      added,
      (body) => body.evidence,
      ({ evidence: id, ...rest }, origin) => {
        const print = last(
          all("evidence.fingerprinted.v1").filter(({ body, origin: o }) => body.evidence === id && o.seq > origin.seq),
        )?.body;
        const questions = last(
          all("evidence.questioned.v1").filter(({ body, origin: o }) => body.evidence === id && o.seq > origin.seq),
        )?.body;
        const again = filings.filter(({ body }) => body.evidence === id);
        return {
          ...origin,
          id,
          ...rest,
          about: [...new Set(again.flatMap(({ body }) => body.about))],
          pictures: [...new Set(again.flatMap(({ body }) => body.pictures))],
          questions: questions === undefined ? null : { address: questions.address, date: questions.date, uploader: questions.uploader },
          forgotten: all("evidence.original-forgotten.v1").some(({ body, origin: o }) => body.evidence === id && o.seq > origin.seq),
          fingerprint: print === undefined ? null : { md5: print.md5, pdq: print.pdq, quality: print.quality },
        };
      },
    ),
    messages: things(
      all("message.added.v1"),
      (body) => body.message,
      ({ message: id, ...rest }, origin) => {
        const covered = last(all("message.covered.v1").filter(({ body, origin: o }) => body.message === id && o.seq > origin.seq))?.body;
        return { ...origin, id, ...rest, covered: covered === undefined ? null : { text: covered.text, original: covered.original } };
      },
    ),
    fingerprints: things(
      all("fingerprint.made.v1"),
      (body) => body.fingerprint,
      ({ fingerprint: id, ...rest }, origin) => ({ ...origin, id, ...rest }),
    ),
    comparisons: all("fingerprint.compared.v1").map(({ body, origin }) => ({ ...origin, ...body })),
    reports: new Map(
      [...reports].map(
        ([
          id,
          {
            body: { report: _report, ...rest },
            origin,
          },
        ]) => [
          id,
          {
            ...origin,
            id,
            ...rest,
            answers: all("report.answered.v1").flatMap(({ body: { report, ...answer }, origin: o }) =>
              report === id && o.seq > origin.seq ? [{ ...o, ...answer }] : [],
            ),
          },
        ],
      ),
    ),
    accounts: things(
      all("account.added.v1"),
      (body) => body.account,
      ({ account: id, ...rest }, origin) => ({
        ...origin,
        id,
        ...rest,
        checks: Object.fromEntries(
          [...new Set(all("account.checked.v1").map(({ body }) => body.check))].flatMap((check) => {
            const mark = last(
              all("account.checked.v1").filter(({ body, origin: o }) => body.account === id && body.check === check && o.seq > origin.seq),
            );
            return mark === undefined || mark.body.result === "undone"
              ? []
              : [[check, { ...mark.origin, result: mark.body.result, note: mark.body.note }]];
          }),
        ),
      }),
    ),
    people: things(
      all("person.added.v1"),
      (body) => body.person,
      ({ person: id, ...rest }, origin) => ({
        ...origin,
        id,
        ...rest,
        told: rest.told || all("person.told.v1").some(({ body, origin: o }) => body.person === id && o.seq > origin.seq),
      }),
    ),
    texts: things(
      all("text.kept.v1"),
      (body) => body.text,
      ({ text: id, value, why, about }, origin) => ({ ...origin, id, value, why, about }),
    ),
    hashCases: all("hash.submitted.v1").map(({ body, origin }) => ({ ...origin, ...body })),
    bundles: all("bundle.sealed.v1", "bundle.sealed.v2").map(({ body: { bundle: id, ...body }, origin }) => {
      if (!("evidence" in body)) return { ...origin, id, ...body };
      const { evidence, ...rest } = body;
      return { ...origin, id, ...rest, files: evidence.map((item) => ({ item, copy: undefined })) };
    }),
    backups: all("case.backed-up.v1", "case.backed-up.v2").map(({ body: { backup: id, ...rest }, origin }) => ({
      ...origin,
      id,
      reader: undefined,
      ...rest,
    })),
    unsaved: unsavedOf(reads),
    checks: all("record.checked.v1").map(({ body, origin }) => ({ ...origin, ...body })),
    steps,
    unread: { newer: unread("newer"), damaged: unread("damaged"), erased: unread("erased") },
  };
};

const isBackup = (kind: string): boolean => kind === "case.backed-up.v1" || kind === "case.backed-up.v2";

/** Entries after the one that last settled what is saved, and what that one left. */
const unsavedOf = (reads: readonly Read[]): number => {
  const at = reads.findLastIndex(
    (read) =>
      read.as === "read" && (read.event.kind === "case.opened.v2" || read.event.kind === "case.merged.v1" || isBackup(read.event.kind)),
  );
  const read = reads[at];
  const event = read?.as === "read" ? read.event : undefined;
  const left =
    event?.kind === "case.merged.v1"
      ? event.body.entries + event.body.unsaved + 1
      : event?.kind === "case.backed-up.v1" || event?.kind === "case.backed-up.v2"
        ? Math.max(0, (read?.seq ?? 0) - event.body.entries)
        : 0;
  return left + reads.length - 1 - at;
};

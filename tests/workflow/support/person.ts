import type { Command } from "../../../src/case/commands.ts";
import type { AccountCheck, Age, AnswerKind, EvidenceRole, FactId, Id, ReportKind, Shows } from "../../../src/case/events.ts";
import { stepById } from "../../../src/content/steps/index.ts";
import { nextRung, routesOn, rungOf } from "../../../src/workflow/ladder.ts";
import type { Action } from "../../../src/workflow/types.ts";
import type { Walk } from "./walk.ts";

export interface Account {
  readonly service: string;
  readonly resets: readonly string[];
}

/** Who walks: what they would answer, and what happens to their reports. */
export interface Person {
  readonly facts: { readonly [F in FactId]?: string | null };
  /** One picture each. */
  readonly pictures: readonly { readonly age: Age; readonly shows: readonly Shows[]; readonly taken?: "yes" | "no" }[];
  readonly links: readonly { readonly site: string; readonly platform?: string; readonly postedAt?: string }[];
  readonly places: readonly { readonly platform: string | null }[];
  readonly profiles: number;
  readonly accounts: readonly Account[];
  readonly messages: boolean;
  readonly sellsRemoval?: boolean;
  readonly runByPerson?: boolean;
  /** Answer to the n-th report, `undefined` none; after the list, "removed". */
  readonly answers: readonly (AnswerKind | undefined)[];
  /** What the n-th look finds; after the list, "gone". */
  readonly looks: readonly ("gone" | "still-there" | "cant-tell")[];
}

export const someone: Person = {
  facts: {
    danger: "no",
    watched: "no",
    happened: "posted",
    extortion: "no",
    role: "me",
    police: "no",
    posterKnown: "yes",
    country: "US",
    fileHere: "yes",
    minorNow: "no",
    access: "no",
    saferDevice: "yes",
    paid: "no",
  },
  pictures: [{ age: "adult", shows: ["intimate"] }],
  links: [{ site: "clipmirror.example" }, { site: "clipmirror.example" }, { site: "pixboard.test", platform: "reddit" }],
  places: [],
  profiles: 0,
  accounts: [
    { service: "Gmail", resets: ["Instagram"] },
    { service: "Instagram", resets: [] },
  ],
  messages: true,
  answers: ["removed"],
  looks: [],
};

/** Puts the person's fake profiles into the case: no step asks for them. */
export const withProfiles = ({ walk, person }: Doer): void => {
  for (let i = 0; i < person.profiles; i++) {
    walk.send({
      do: "add-profile",
      profile: walk.id(),
      handle: `me_${i}`,
      text: "https://pixboard.test/me",
      site: "pixboard.test",
      platform: null,
      note: "",
    });
  }
};

const checks: readonly AccountCheck[] = ["passphrase", "second-factor", "sessions", "forwarding", "recovery"];
const idOf = (subject: string): string => subject.slice(subject.indexOf(":") + 1);
const tick = (action: Action): readonly Command[] => [{ do: "do-step", step: action.step, subject: action.subject, note: "" }];

/** Does what an action asks for, as a person would with the screens: the commands, in their order. */
export class Doer {
  readonly walk: Walk;
  readonly person: Person;
  #looks = 0;
  constructor(walk: Walk, person: Person) {
    this.walk = walk;
    this.person = person;
  }

  commands(action: Action): readonly Command[] {
    const { walk, person } = this;
    switch (stepById(action.step)?.screen) {
      case "question":
        return this.#question(action);
      case "add-links":
        return person.links.length === 0 ? tick(action) : [this.paste(person.links)];
      case "add-place":
        return person.places.length === 0
          ? tick(action)
          : person.places.map((place) => ({
              do: "add-place",
              place: walk.id(),
              name: "Group",
              platform: place.platform,
              invite: "",
              admins: "",
              numbers: "",
            }));
      case "capture":
        return this.#capture(action);
      case "note-link":
        return action.covers.map((key) => ({ do: "note-link", link: idOf(key), field: "uploader", value: "user1" }));
      case "add-message":
        return person.messages && action.step === "save-messages" ? [this.message([])] : tick(action);
      case "report":
        return this.#report(action);
      case "follow-report":
        return action.step === "expect-answer"
          ? [
              {
                do: "answer-report",
                report: idOf(action.subject),
                answer: this.#nextAnswer() ?? "silent",
                answeredAt: walk.now,
                note: "",
                message: null,
              },
            ]
          : tick(action);
      case "check-link":
        return this.#check(action);
      case "hash-service":
        return [
          {
            do: "keep-hash-case",
            service: services[action.step] ?? "stopncii",
            pictures: [idOf(action.subject)],
            caseNumber: "AB12",
            pin: null,
          },
        ];
      case "profile":
        return action.step.startsWith("check-profile")
          ? [{ do: "check-profile", profile: idOf(action.subject), found: this.#nextLook() }]
          : [this.report("impersonation", action.covers, null)];
      case "search":
        return this.#search(action);
      case "account":
        return this.#account(action);
      case "person":
        return [{ do: "add-person", person: walk.id(), name: "Mira", relation: "friend", told: true }];
      case "share":
        return tick(action);
      case "close":
        return [{ do: "close-case", kept: "everything" }];
      default:
        return tick(action);
    }
  }

  paste(links: Person["links"]): Command {
    const { walk } = this;
    return {
      do: "paste",
      from: "paste",
      pictures: [],
      lines: links.map((link) => {
        const id = walk.id();
        const host = link.site;
        return {
          as: "link",
          body: {
            link: id,
            text: `https://${host}/watch?v=${id}`,
            key: `${host}/${id}`,
            host,
            site: link.site,
            platform: link.platform ?? null,
          },
        };
      }),
    };
  }
  message(signs: readonly string[]): Command {
    return {
      do: "add-message",
      message: this.walk.id(),
      channel: "chat",
      from: "+0",
      file: null,
      name: "",
      sha256: null,
      size: 4,
      text: "text",
      count: 1,
      signs,
      attachmentsDropped: 0,
      about: [],
    };
  }
  report(route: ReportKind, covers: readonly string[], follows: Id | null): Command {
    return {
      do: "send-report",
      report: this.walk.id(),
      covers,
      route,
      site: "",
      platform: null,
      notice: null,
      text: "Please remove it.",
      missing: [],
      sentAt: this.walk.now,
      reference: "T-1",
      exposure: "",
      deadline: null,
      follows,
      by: "person",
    };
  }

  shot(role: EvidenceRole, about: string): Command {
    const evidence = this.walk.id();
    return {
      do: "add-evidence",
      evidence,
      file: this.walk.id(),
      name: "shot.png",
      sha256: evidence.repeat(2),
      size: 9,
      type: "image/png",
      role,
      about: [about],
      pictures: [],
      capturedAt: null,
      capturedBy: "person",
      came: "import",
      fileTime: null,
      capturedFrom: null,
      misnamed: false,
      source: null,
    };
  }

  #nextAnswer(): AnswerKind | undefined {
    const at = this.walk.state.reports.size - 1;
    return at < this.person.answers.length ? this.person.answers[at] : "removed";
  }
  #nextLook(): "gone" | "still-there" | "cant-tell" {
    return this.person.looks[this.#looks++] ?? "gone";
  }
  #question(action: Action): readonly Command[] {
    const { person, walk } = this;
    const asks = stepById(action.step)?.asks;
    if (asks === undefined) return tick(action);
    if ("fact" in asks) return [{ do: "answer-fact", fact: asks.fact, value: person.facts[asks.fact] ?? null }];
    if ("site" in asks) {
      const value = (fact: string): "yes" | "no" =>
        (fact === "asks-for-money" && person.sellsRemoval) || (fact === "run-by-person" && person.runByPerson) ? "yes" : "no";
      return asks.site.map((fact) => ({ do: "note-site", site: idOf(action.subject), fact, value: value(fact), note: "" }));
    }
    if (asks.picture === "name") return person.pictures.map((_, i) => ({ do: "add-picture", picture: walk.id(), label: `picture ${i}` }));
    const picture = idOf(action.subject);
    const known = person.pictures[[...walk.state.pictures.keys()].indexOf(picture)] ?? person.pictures[0];
    return asks.picture === "age"
      ? [{ do: "answer-age", picture, age: known?.age ?? "unknown" }]
      : [{ do: "describe-picture", picture, shows: known?.shows ?? [], takenByPerson: known?.taken ?? "no" }];
  }
  #capture(action: Action): readonly Command[] {
    const role: EvidenceRole = action.step === "capture-listing" ? "listing" : action.step === "capture-profile" ? "profile" : "content";
    return action.covers.map((about) => this.shot(role, about));
  }
  #report(action: Action): readonly Command[] {
    if (action.step === "ask-provider-to-preserve")
      return [{ do: "note-site", site: idOf(action.subject), fact: "preservation-asked", value: "no", note: "" }];
    if (action.step === "ask-reupload-prevention")
      return [{ do: "note-site", site: idOf(action.subject), fact: "reupload-asked", value: "yes", note: "" }];
    if (action.step === "reupload-answer")
      return [{ do: "note-site", site: idOf(action.subject), fact: "reupload-answered", value: "no", note: "" }];
    if (action.step === "escalate") {
      const before = this.walk.state.reports.get(idOf(action.subject));
      if (before === undefined) return [];
      const rung = nextRung(rungOf(before)) ?? "registrar";
      return [this.report(routesOn[rung][0] ?? "other", before.covers, before.id)];
    }
    const route: ReportKind = action.step === "report-host" ? "host" : action.step.endsWith("hotline") ? "hotline" : "platform-form";
    return [this.report(route, action.covers, null)];
  }
  #check(action: Action): readonly Command[] {
    const by = action.step.endsWith("hotline") ? "hotline" : "person";
    return action.covers.map((key) =>
      key.startsWith("place:")
        ? { do: "check-place", place: idOf(key), found: this.#nextLook(), by }
        : { do: "check-link", link: idOf(key), found: this.#nextLook(), by },
    );
  }
  #search(action: Action): readonly Command[] {
    const engine = stepById(action.step)?.engine;
    if (engine === undefined) return tick(action);
    return action.covers.map((key) => {
      const link = idOf(key).split("/")[0] ?? "";
      const noted = this.walk.state.links.get(link)?.search[engine]?.state;
      return { do: "note-search", link, engine, state: noted === "asked" ? "out" : "asked" };
    });
  }
  #account(action: Action): readonly Command[] {
    if (action.step === "add-accounts") {
      return this.person.accounts.length === 0
        ? tick(action)
        : this.person.accounts.map(({ service, resets }) => ({
            do: "add-account",
            account: this.walk.id(),
            service,
            login: "me",
            resets,
            note: "",
          }));
    }
    const account = idOf(action.subject);
    const wanted: readonly AccountCheck[] =
      action.step === "record-access-first"
        ? ["recorded"]
        : action.step === "contain-mail"
          ? ["passphrase", "sessions", "forwarding"]
          : checks;
    const missing = wanted.filter((check) => this.walk.state.accounts.get(account)?.checks[check] === undefined);
    return missing.map((check) => ({
      do: "check-account",
      account,
      check,
      result: check === "forwarding" ? "not-possible" : "done",
      note: "",
    }));
  }
}

const services: Readonly<Record<string, string>> = {
  "hash-service": "stopncii",
  "hash-service-under-18": "take-it-down-ncmec",
  "hash-service-uk": "report-remove",
};

import type { ReportKind } from "../case/events.ts";

/** What a report that sends the letter is recorded as. */
export type NoticeRoute = ReportKind;

/** Everything a letter may say. There is no field for an address, a phone number, an identity document, or for what the person is. */
export interface NoticeFacts {
  /** Addresses byte for byte, one each. */
  readonly links: readonly string[];
  /** Name of the platform, host or site that is written to; "" when not known. */
  readonly platform: string;
  /** Domain names, for a registrar. */
  readonly domains: readonly string[];
  /** Name, work name or alias that signs; "" when not given. */
  readonly signature: string;
  /** E-mail address for answers; an alias made for this is suggested. "" when not given. */
  readonly contact: string;
  /** Who writes. */
  readonly as: "depicted" | "guardian" | "representative";
  /** The supporter who is given authority; "" otherwise. */
  readonly representative: string;
  /** Ticket or case number of an earlier report; "" for none. */
  readonly reference: string;
  /** When it was seen, with time zone, as the person writes it; "" when not given. */
  readonly seenAt: string;
  /** Date of writing, as shown to the person; "" to leave it out. */
  readonly writtenOn: string;
  /** Words that were searched for, for a search engine; "" for none. */
  readonly searchTerms: string;
  /** Address of the page of results, byte for byte; "" for none. */
  readonly resultsPage: string;
  /** Country in words, only where a regulator or search engine asks for it; "" else. */
  readonly country: string;
  readonly media: "picture" | "video" | "both";
  /** Nude, sexual or intimate: without it no intimate-image law is named. */
  readonly intimate: boolean;
  /** Somebody who knows the person could recognise them in it. */
  readonly recognisable: boolean;
  /** Made or changed with software. */
  readonly fake: boolean;
  /** Made without the person knowing. */
  readonly filmedSecretly: boolean;
  /** When the picture was taken. */
  readonly ageThen: "adult" | "under18" | "unknown";
  /** The person took the picture themselves; only copyright asks. */
  readonly tookPicture: boolean;
  /** Statements that the person ticked; a letter never makes one by itself. */
  readonly says: {
    readonly noConsent: boolean;
    readonly goodFaith: boolean;
    readonly accurate: boolean;
    /** Under penalty of perjury; copyright only. */
    readonly perjury: boolean;
  };
}

/** Closed vocabulary of what a paragraph may depend on. */
export type NoticeFlag =
  | "links"
  | "domains"
  | "signature"
  | "contact"
  | "representative"
  | "reference"
  | "seen-at"
  | "written-on"
  | "search-terms"
  | "results-page"
  | "country"
  | "as-depicted"
  | "as-guardian"
  | "as-representative"
  | "intimate"
  | "not-intimate"
  | "recognisable"
  | "fake"
  | "not-fake"
  | "filmed-secretly"
  | "adult-then"
  | "under-18-then"
  | "not-under-18-then"
  | "took-picture"
  | "says-no-consent"
  | "says-good-faith"
  | "says-accurate"
  | "says-perjury";

/** What must stand in the text for an element to be present: a fact byte for byte, or one of some phrases. */
export type NoticeKeep =
  | "writing"
  | "links"
  | "domains"
  | "signature"
  | "contact"
  | "representative"
  | "reference"
  | "seen-at"
  | "search-terms"
  | "country"
  | { readonly anyOf: readonly string[] };

export interface NoticeElement {
  readonly id: string;
  /** In the law's own sense, plain words. */
  readonly label: string;
  /** All of these must stand in the text. */
  readonly keep: readonly NoticeKeep[];
  /** A missing required element starts no clock. */
  readonly required: boolean;
  /** Not required when the picture was taken under 18 (Directive 2011/93/EU, Articles 3 to 7, in DSA 16(2)(c)). */
  readonly notRequiredUnder18: boolean;
}

export interface NoticeParagraph {
  /** All must hold, else the paragraph is left out. */
  readonly when: readonly NoticeFlag[];
  /** Placeholders are those of `noticeWords` (workflow/notice-words.ts). */
  readonly text: string;
  /** Ids of the elements it serves. */
  readonly elements: readonly string[];
}

/** A thing about the person that a letter gives away. */
export type DisclosedThing = "signature" | "contact" | "links" | "representative" | "depicted" | "age";

export interface NoticeTemplate {
  /** Line for the subject field of a mail, or null for a form. */
  readonly subject: string | null;
  /** Must hold before the letter is offered at all. */
  readonly gates: readonly NoticeFlag[];
  readonly elements: readonly NoticeElement[];
  readonly paragraphs: readonly NoticeParagraph[];
  /** To whom each thing goes, in words the person reads; {platform} is filled in. */
  readonly discloses: readonly { readonly what: DisclosedThing; readonly toWhom: string }[];
}

export interface ElementState {
  readonly id: string;
  readonly label: string;
  readonly present: boolean;
  readonly required: boolean;
}
export interface NoticeCheck {
  readonly elements: readonly ElementState[];
  /** Ids of required elements that are not there, and `gate:<flag>` where the letter should not be sent at all. */
  readonly missing: readonly string[];
}
export interface ComposedNotice extends NoticeCheck {
  readonly subject: string | null;
  readonly text: string;
  readonly discloses: readonly { readonly what: DisclosedThing; readonly words: string; readonly toWhom: string }[];
}

import { element, letter, paragraph, signature, writtenOn } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "authority",
  title: "Permission for someone to act for you",
  route: "other",
  law: null,
  jurisdiction: null,
  deadline: null,
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: [],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [],
  notes: [
    "Some sites accept reports only from the person shown or someone they allowed. Some refuse relatives and colleagues even so.",
    "Sign it by hand or by typing your name. Take it back whenever you like.",
  ],
  template: letter({
    subject: null,
    gates: [],
    elements: [
      element("representative", "who may act for you", ["representative"]),
      element("what-for", "for what", [{ anyOf: ["to report content", "to report", "to ask for its removal"] }]),
      element("links", "the addresses it covers, if it is only for these", ["links"], false),
      element("signature", "your signature", ["signature"]),
    ],
    paragraphs: [
      paragraph(
        ["representative", "as-depicted"],
        "I allow {representative} to report content that shows me, to ask for its removal and to receive the answers.",
        "representative",
        "what-for",
      ),
      paragraph(
        ["representative", "as-guardian"],
        "I am the parent or guardian of the person shown. I allow {representative} to report content that shows my child, to ask for its removal and to receive the answers.",
        "representative",
        "what-for",
      ),
      paragraph(["links"], "This is for these addresses, and for copies of the same content elsewhere:\n{links}", "links"),
      paragraph([], "I can take this permission back at any time."),
      signature,
      writtenOn,
    ],
    discloses: [
      { what: "signature", toWhom: "the person who helps you, and every site they show it to" },
      { what: "representative", toWhom: "every site they show it to" },
      { what: "links", toWhom: "the person who helps you, and every site they show it to" },
    ],
  }),
  source: { text: "domain notes, sections 1, 2 and 6 (compiled from public pages)", date: "2026-11-22", confidence: "unsourced" },
} satisfies Notice;

import { element, elements, ending, letter, links, paragraph, reference } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "impersonation",
  title: "Report of a profile that pretends to be you",
  route: "impersonation",
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
  notes: ["Some sites ask for an identity document: cover everything they do not need, or ask a helpline first."],
  template: letter({
    subject: "Report of impersonation",
    gates: [],
    elements: [
      { ...elements.links, label: "the address of the profile" },
      element("not-mine", "that the profile is not yours", [
        { anyOf: ["did not make", "not my profile", "not my account", "did not create", "pretends to be"] },
      ]),
      elements.contact,
    ],
    paragraphs: [
      paragraph(["as-depicted"], "The profile below pretends to be me. I did not make it and I did not agree to it.", "not-mine"),
      paragraph(["as-guardian"], "The profile below pretends to be my child. My child did not make it.", "not-mine"),
      paragraph(
        ["as-representative"],
        "The profile below pretends to be the person I act for, with their permission. They did not make it.",
        "not-mine",
      ),
      { ...links, text: "The profile:\n{links}" },
      paragraph([], "I ask {platform} to remove the profile."),
      reference,
      ...ending,
    ],
    discloses: [
      { what: "signature", toWhom: "{platform}" },
      { what: "contact", toWhom: "{platform}" },
      { what: "depicted", toWhom: "{platform}" },
      { what: "age", toWhom: "{platform}" },
      { what: "links", toWhom: "{platform}" },
    ],
  }),
  source: { text: "domain notes, sections 1, 2 and 6 (compiled from public pages)", date: "2026-11-22", confidence: "unsourced" },
} satisfies Notice;

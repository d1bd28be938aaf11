import { element, elements, ending, letter, links, noConsent, paragraph, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "de-index",
  title: "Request to a search engine",
  route: "de-index",
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
    "Removes results, not the page. Only the addresses in the request are looked at.",
    "Use the engine's own form; it may ask more questions.",
  ],
  template: letter({
    subject: "Removal from search results: {topic}",
    gates: [],
    elements: [
      elements.links,
      element("search-terms", "the words that were searched for", ["search-terms"], false),
      elements.depicted,
      elements.noConsent,
      elements.contact,
    ],
    paragraphs: [
      paragraph([], "I ask {platform} to remove these pages and pictures from its results."),
      ...who,
      ...shown,
      noConsent,
      links,
      paragraph(["search-terms"], "Words searched for: {searchTerms}", "search-terms"),
      paragraph(["results-page"], "Page of results:\n{resultsPage}"),
      paragraph(["country"], "Country: {country}"),
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
  source: {
    text: "google-search and bing entries of the directory: https://support.google.com/websearch/answer/6302812",
    date: "2026-02-11",
    confidence: "official",
  },
} satisfies Notice;

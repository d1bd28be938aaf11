import type { Helpline } from "../types.ts";

export default {
  id: "eu-child-helpline",
  country: "EU",
  name: "Child helpline",
  url: null,
  phone: "116 111",
  hours: null,
  for: "children and young people (where operated)",
  plain: "Children and young people. Not in every country.",
  kind: "child",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;

import type { Helpline } from "../types.ts";

export default {
  id: "za-fpb",
  country: "ZA",
  name: "Film and Publication Board",
  url: "https://www.fpb.org.za/",
  phone: null,
  hours: "acknowledges in 7 days, outcome in 30 days",
  for: "s18F private sexual images",
  plain: "Private sexual images, under section 18F of the law.",
  kind: "regulator",
  note: null,
  source: {
    text: "http://www.acts.co.za/films-and-publications-act-1996/r2436_31__complaints_by_any_pe.php",
    date: "2022",
    confidence: "thirdParty",
  },
} satisfies Helpline;

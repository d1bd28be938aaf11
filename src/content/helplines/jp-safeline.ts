import type { Helpline } from "../types.ts";

export default {
  id: "jp-safeline",
  country: "JP",
  name: "Safeline (SIA)",
  url: "https://www.safe-line.jp/against-rvp/",
  phone: null,
  hours: null,
  for: "person depicted, or guardian of a child; also foreign sites; free",
  plain: "The person in the picture, or the parent of a child. Also for sites abroad. It is free.",
  kind: "image",
  note: null,
  source: {
    text: "https://www.safe-line.jp/against-rvp/ (via proxy copy)",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;

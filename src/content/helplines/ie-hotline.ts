import type { Helpline } from "../types.ts";

export default {
  id: "ie-hotline",
  country: "IE",
  name: "Hotline.ie",
  url: "https://hotline.ie/report",
  phone: null,
  hours: null,
  for: "intimate image abuse (adults since 2021-09) and CSAM; anonymous",
  plain: "Intimate images of adults, and pictures of someone under 18. You need not give your name.",
  kind: "image",
  note: null,
  source: {
    text: "https://www.siliconrepublic.com/enterprise/hotline-images-without-consent; https://hotline.ie/report",
    date: "2021-09-02",
    confidence: "thirdParty",
  },
} satisfies Helpline;

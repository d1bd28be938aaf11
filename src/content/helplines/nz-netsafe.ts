import type { Helpline } from "../types.ts";

export default {
  id: "nz-netsafe",
  country: "NZ",
  name: "Netsafe",
  url: "https://report.netsafe.org.nz/hc/en-au/requests/new?ticket_form_id=551107974273",
  phone: "0508 NETSAFE (0508 638 723)",
  hours: "Mon-Fri 8am-8pm; weekends and holidays 9am-5pm (phone Mon-Fri 8-8)",
  for: "all ages; do NOT send them the intimate image",
  plain: "All ages. Do not send them the picture.",
  kind: "image",
  note: null,
  source: {
    text: "https://report.netsafe.org.nz/hc/en-au/requests/new?ticket_form_id=551107974273; http://www.netsafe.org.nz/hdc/",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;

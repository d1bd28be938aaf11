import type { Command, PastedLine } from "../case/commands.ts";
import { plusHours, type Instant } from "../lib/time.ts";

const id = (n: number): string => n.toString(16).padStart(32, "0");
const picture = id(1);
const links = [id(2), id(3), id(4)] as const;
const report = id(5);

const line = (link: string, site: string, path: string): PastedLine => ({
  as: "link",
  body: { link, text: `https://${site}/${path}`, key: `${site}/${path}`, host: site, site, platform: null },
});

/** The made-up case, step by step. Every name and address in it is plainly fictional (`.example`, `.test`: no such sites can exist). */
export const sampleCase = (now: Instant): readonly Command[] => [
  { do: "answer-fact", fact: "danger", value: "no" },
  { do: "answer-fact", fact: "watched", value: "no" },
  { do: "answer-fact", fact: "happened", value: "posted" },
  { do: "answer-fact", fact: "extortion", value: "no" },
  { do: "answer-fact", fact: "role", value: "me" },
  { do: "answer-fact", fact: "country", value: "IE" },
  { do: "add-picture", picture, label: "green scarf" },
  { do: "answer-age", picture, age: "adult" },
  {
    do: "paste",
    from: "paste",
    pictures: [picture],
    lines: [
      line(links[0], "daylight-clips.example", "clip/made-up-one?from=search#t=30"),
      line(links[1], "daylight-clips.example", "member/paper_lantern_7?page=2"),
      line(links[2], "snapwall.test", "post/made-up-two"),
    ],
  },
  { do: "note-link", link: links[0], field: "uploader", value: "paper_lantern_7" },
  {
    do: "send-report",
    report,
    covers: [`link:${links[2]}`],
    route: "platform-form",
    site: "snapwall.test",
    platform: null,
    notice: null,
    text: "I am in this picture. I did not agree to it. Please take it down.",
    missing: [],
    sentAt: plusHours(now, -70),
    reference: "MADE-UP-1",
    exposure: "",
    deadline: null,
    follows: null,
    by: "person",
  },
  { do: "add-account", account: id(6), service: "Mail", login: "me@letters.example", resets: [], note: "" },
  {
    do: "add-message",
    message: id(7),
    channel: "email",
    from: "helper@quick-erase.example",
    file: null,
    name: "",
    sha256: null,
    size: 0,
    text: "We can take it all down tonight. Send us the code you receive.",
    count: 1,
    signs: ["asks-for-credentials"],
    attachmentsDropped: 0,
    about: ["case"],
  },
  { do: "add-person", person: id(8), name: "Sam", relation: "friend", told: false },
  { do: "add-place", place: id(9), name: "Made-up group", platform: null, invite: "", admins: "", numbers: "" },
];

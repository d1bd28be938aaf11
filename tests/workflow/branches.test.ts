import { describe, expect, test } from "vitest";
import type { Command } from "../../src/case/commands.ts";
import { refusedFiles } from "../../src/case/media.ts";
import { stepById, steps } from "../../src/content/steps/index.ts";
import { msOf } from "../../src/lib/time.ts";
import { act, walkToClosed, type Walked } from "./support/drive.ts";
import { Doer, someone, withProfiles, type Person } from "./support/person.ts";

import { isOffered, Walk } from "./support/walk.ts";

/** The branches of workflow.md, each walked from the first question to closed. */
const acted = new Set<string>();
const walk = (change: Partial<Person> & { readonly facts?: Person["facts"] }, before?: (doer: Doer) => void): Walked => {
  const walked = walkToClosed({ ...someone, ...change, facts: { ...someone.facts, ...change.facts } }, before);
  for (const step of walked.order) acted.add(step);
  return walked;
};
const inOrder = (walked: Walked, ...expected: readonly string[]): void => {
  expect(walked.order.filter((step) => expected.includes(step))).toEqual(expected);
};
const never = (walked: Walked, ...not: readonly string[]): void => {
  for (const step of not) expect(walked.order).not.toContain(step);
};
const media = ["capture-listing", "capture-content", "capture-more", "capture-place", "hash-service", "media-came-in"];
const six = ["stop-answering", "do-not-pay", "keep-the-chat", "block-and-report-account", "hide-friend-lists", "if-you-paid"];

describe("posted", () => {
  test("adult: age, links, capture, reports, looks, search, accounts, close", () => {
    const walked = walk({});
    inOrder(
      walked,
      "ask-danger",
      "ask-watched",
      "ask-happened",
      "picture-age",
      "add-links",
      "capture-listing",
      "capture-content",
      "only-official-help",
      "describe-picture",
      "report-upload",
      "hash-service",
      "deindex-google",
      "am-i-hacked",
      "secure-mail",
      "secure-account",
      "check-gone",
      "cached-copy",
      "close-case",
    );
    never(walked, "safety-plan", ...six, "report-hotline");
    expect(walked.walk.acted.filter((key) => key.startsWith("check-gone|")).length).toBeGreaterThanOrEqual(4);
  });

  test("they ask for more first", () => {
    const walked = walk({
      links: [{ site: "pixboard.test", platform: "reddit" }],
      answers: ["needs-more"],
      looks: ["still-there", "cant-tell", "still-there"],
    });
    inOrder(walked, "report-upload", "check-gone", "expect-answer", "follow-up", "close-case");
  });

  test("refused at every rung: the ladder from the platform to the registrar, then set aside", () => {
    const walked = walk({
      links: [{ site: "pixboard.test", platform: "reddit" }],
      answers: Array.from({ length: 9 }, () => "refused" as const),
      looks: Array.from({ length: 9 }, () => "still-there" as const),
    });
    expect([...walked.walk.state.reports.values()].map((r) => r.route)).toEqual([
      "platform-form",
      "platform-form",
      "regulator",
      "host",
      "cdn",
      "registrar",
    ]);
    inOrder(walked, "report-upload", "expect-answer", "escalate", "set-aside");
  });

  test("it comes back: a new report, and it says why", () => {
    const walked = walk({ links: [{ site: "pixboard.test", platform: "reddit" }], looks: ["gone", "still-there"] });
    expect([...walked.walk.state.reports.values()].map((r) => r.route)).toEqual(["platform-form", "platform-form"]);
  });

  test("years ago", () => {
    const walked = walk({ links: [{ site: "clipmirror.example", postedAt: "2019" }] }, (doer) => {
      doer.walk.send(doer.paste([{ site: "old.example" }]));
      for (const link of doer.walk.state.links.keys()) doer.walk.send({ do: "note-link", link, field: "posted-at", value: "2019-03-08" });
    });
    inOrder(walked, "posted-years-ago", "report-upload", "close-case");
  });

  test("unknown poster", () => {
    inOrder(walk({ facts: { posterKnown: "no" } }), "ask-poster-known", "unknown-poster", "police-first", "report-upload");
  });

  test("a fake profile that only links to it", () => {
    inOrder(
      walk({ profiles: 1 }, withProfiles),
      "capture-profile",
      "only-official-help",
      "report-impersonation",
      "check-profile",
      "close-case",
    );
  });
});

describe("threat and extortion", () => {
  test("threat only: nothing to report, messages kept, StopNCII, accounts", () => {
    const walked = walk({ facts: { happened: "threatened" }, links: [] });
    inOrder(walked, "picture-age", "save-messages", "police-first", "hash-service", "am-i-hacked", "close-case");
    never(walked, "add-links", "capture-listing", "report-upload", "deindex-google");
  });

  test("with payment made: the six in their order, before everything but danger", () => {
    const walked = walk({ facts: { happened: "both", extortion: "yes", paid: "yes" } });
    inOrder(walked, "ask-danger", "ask-extortion", ...six, "tell-trusted-person", "picture-age", "report-upload");
    const allowed = ["ask-danger", "ask-watched", "ask-happened", "ask-extortion", "ask-country", "ask-paid", ...six];
    expect(walked.order.slice(0, walked.order.indexOf("if-you-paid") + 1).every((step) => allowed.includes(step))).toBe(true);
  });

  test("where police guidance says complaint first, blocking waits for it", () => {
    const walked = walk({ facts: { extortion: "yes", country: "GB" } });
    inOrder(walked, "keep-the-chat", "ask-country", "hide-friend-lists", "police-first", "block-account-later", "report-upload");
    never(walked, "block-and-report-account");
  });

  test("partner or family who could hurt them: the plan first", () => {
    const walked = walk({ facts: { danger: "yes", extortion: "yes" } });
    inOrder(walked, "ask-danger", "safety-plan", "stop-answering", "tell-trusted-person", "report-upload", "secure-mail");
    expect(walked.order.indexOf("safety-plan")).toBeLessThan(4);
  });
});

describe("age", () => {
  const under: Person["pictures"] = [{ age: "under18", shows: [] }];

  test("under 18 then and now: no media, the hotline, Take It Down", () => {
    const walked = walk({ pictures: under, facts: { minorNow: "yes" } });
    inOrder(
      walked,
      "picture-age",
      "leave-the-phone",
      "add-links",
      "report-hotline",
      "hash-service-under-18",
      "check-gone-hotline",
      "close-case",
    );
    never(walked, ...media, "report-upload", "check-gone", "recheck", "deindex-google", "where-else", "describe-picture");
    expect(walked.walk.state.evidence.size).toBe(0);
    expect([...walked.walk.state.reports.values()].every((r) => r.route === "hotline")).toBe(true);
  });

  test("a fake profile of somebody under 18: the hotline, and nobody is sent to look", () => {
    const walked = walk({ pictures: under, profiles: 1 }, withProfiles);
    inOrder(walked, "leave-the-phone", "report-profile-hotline", "check-profile-hotline", "close-case");
    never(walked, "capture-profile", "report-impersonation", "check-profile");
  });

  test("under 18 now in the UK: Report Remove", () => {
    const walked = walk({ pictures: under, facts: { minorNow: "yes", country: "GB" } });
    inOrder(walked, "leave-the-phone", "report-hotline", "hash-service-uk");
    never(walked, "hash-service-under-18", "hash-service");
  });

  test("under 18 then, adult now; without the file", () => {
    const walked = walk({ pictures: under, facts: { minorNow: "no", fileHere: "no" } });
    inOrder(walked, "leave-the-phone", "report-hotline", "hash-service-no-file");
    never(walked, ...media, "hash-service-under-18");
  });

  test("age unknown: a hotline", () => {
    const walked = walk({ pictures: [{ age: "unknown", shows: [] }] });
    inOrder(walked, "leave-the-phone", "report-hotline", "hash-service-unknown-age");
    never(walked, ...media, "report-upload", "hash-service-under-18");
  });

  test("one adult picture and one not: nothing of the whole case", () => {
    const walked = walk({
      pictures: [
        { age: "adult", shows: ["intimate"] },
        { age: "under18", shows: [] },
      ],
    });
    inOrder(walked, "leave-the-phone", "report-hotline");
    never(walked, "capture-listing", "capture-content", "report-upload");
  });

  test("parent for a child", () => {
    const walked = walk({ pictures: under, facts: { role: "child", minorNow: "yes" } });
    inOrder(walked, "ask-role", "for-a-parent", "leave-the-phone", "report-hotline", "close-case");
    never(walked, ...media);
  });

  test("a school", () => {
    inOrder(walk({ pictures: under, facts: { role: "school", minorNow: "yes" } }), "for-a-school", "leave-the-phone", "report-hotline");
  });

  test("a group, under 18: the hotline is told", () => {
    const walked = walk({ pictures: under, links: [], places: [{ platform: "telegram" }], facts: { minorNow: "yes" } }, (doer) => {
      doer.walk.send({ do: "add-place", place: doer.walk.id(), name: "Group", platform: "telegram", invite: "", admins: "", numbers: "" });
    });
    inOrder(walked, "leave-the-phone", "report-place-hotline", "check-place");
    never(walked, ...media, "report-place");
  });

  test("the age is corrected after a file came in: a hotline first, then erasing", () => {
    const walked = walk({}, ({ walk: w }) => {
      w.send({ do: "add-picture", picture: w.id(), label: "one" });
      const picture = [...w.state.pictures.keys()][0] ?? "";
      w.send({ do: "answer-age", picture, age: "adult" });
      w.send({
        do: "add-evidence",
        evidence: w.id(),
        file: w.id(),
        name: "a.png",
        sha256: "a".repeat(64),
        size: 1,
        type: "image/png",
        role: "other",
        about: ["case"],
        pictures: [picture],
        capturedAt: null,
        capturedBy: "person",
        came: "import",
        fileTime: null,
        capturedFrom: null,
        misnamed: false,
        source: null,
      });
      w.send({ do: "answer-age", picture, age: "under18" });
    });
    expect(walked.order.indexOf("media-came-in")).toBe(3);
    inOrder(walked, "media-came-in", "leave-the-phone", "report-hotline");
  });
});

describe("files and mails that came in before the age was known", () => {
  const mailAs = (w: Walk, name: string): Command => ({
    do: "add-message",
    message: w.id(),
    channel: "email",
    from: "",
    file: w.id(),
    name,
    sha256: w.id().repeat(2),
    size: 9,
    text: "text",
    count: 1,
    signs: [],
    attachmentsDropped: 0,
    about: [],
  });
  const withFiles = (): { readonly w: Walk; readonly picture: string; readonly evidence: string; readonly mail: string } => {
    const w = new Walk();
    const doer = new Doer(w, someone);
    w.send({ do: "add-picture", picture: w.id(), label: "one" });
    const [picture = ""] = [...w.state.pictures.keys()];
    w.send({ do: "answer-age", picture, age: "adult" });
    w.send(doer.paste([{ site: "pixboard.test" }]));
    // Nobody said which picture is in it.
    w.send(doer.shot("content", "site:pixboard.test"));
    w.send(mailAs(w, "a.eml"));
    w.send(mailAs(w, "a.txt"));
    const [evidence = ""] = [...w.state.evidence.keys()];
    const [mail = ""] = [...w.state.messages.keys()];
    return { w, picture, evidence, mail };
  };

  test("are not spoken of while everyone is adult, nor while a new picture is only unanswered", () => {
    const { w } = withFiles();
    expect(w.action("media-came-in")).toBeUndefined();
    w.send({ do: "add-picture", picture: w.id(), label: "two" });
    expect(w.action("media-came-in")).toBeUndefined();
  });

  test("come first once somebody may have been under 18, whoever named no picture, and mails kept whole too", () => {
    for (const age of ["under18", "unknown"] as const) {
      const { w, picture, evidence, mail } = withFiles();
      w.send({ do: "answer-age", picture, age });
      expect(w.action("media-came-in")?.status).toBe("now");
      expect(stepById("media-came-in")?.screen).toBe("evidence");
      expect(refusedFiles(w.state)).toEqual([evidence, mail]);
    }
  });

  test("are over once nothing of the kind is left", () => {
    const { w, picture, evidence, mail } = withFiles();
    w.send({ do: "answer-age", picture, age: "under18" });
    w.send({ do: "forget-original", evidence, reason: "a hotline said so" });
    expect(w.action("media-came-in")?.status).toBe("now");
    w.state = { ...w.state, messages: new Map([...w.state.messages].filter(([id]) => id !== mail)) };
    expect(w.action("media-came-in")).toBeUndefined();
  });
});

describe("who helps, and from where", () => {
  test("someone helping an adult", () => {
    inOrder(walk({ facts: { role: "helping" } }), "ask-role", "helping-someone", "picture-age", "report-upload", "close-case");
  });

  test("no safe device: nothing is kept here", () => {
    const walked = walk({ facts: { watched: "yes", saferDevice: "no" } });
    inOrder(walked, "ask-watched", "ask-safer-device", "no-safe-device", "police-first", "tell-trusted-person", "close-case");
    never(walked, "name-picture", "add-links", "save-messages", "capture-listing", "secure-mail", "phone-and-sim", "add-accounts");
    expect(walked.walk.state.links.size + walked.walk.state.evidence.size).toBe(0);
  });

  test("a safer device", () => {
    inOrder(walk({ facts: { watched: "unsure" } }), "ask-safer-device", "safer-device", "ask-access", "add-links");
  });

  test("break-in: recorded, then contained, beside the removal", () => {
    const walked = walk({ facts: { happened: "other", watched: "yes", access: "yes" } });
    inOrder(
      walked,
      "ask-access",
      "add-accounts",
      "record-access-first",
      "contain-mail",
      "picture-age",
      "report-upload",
      "am-i-hacked",
      "secure-mail",
      "close-case",
    );
    const keys = walked.walk.acted;
    const mail = keys.find((key) => key.startsWith("contain-mail|"))?.split("|")[1];
    expect(keys.indexOf(`record-access-first|${mail}`)).toBeLessThan(keys.indexOf(`contain-mail|${mail}`));
  });

  test("break-in by someone who could hurt them: the plan first", () => {
    inOrder(
      walk({ facts: { danger: "yes", watched: "yes", access: "yes" } }),
      "safety-plan",
      "ask-access",
      "record-access-first",
      "contain-mail",
    );
  });
});

describe("places and hosts", () => {
  const group =
    (platform: string | null) =>
    (doer: Doer): void =>
      doer.walk.send({ do: "add-place", place: doer.walk.id(), name: "Group", platform, invite: "", admins: "", numbers: "" });

  test("group chat without links", () => {
    const walked = walk({ links: [] }, group("telegram"));
    inOrder(walked, "capture-place", "only-official-help", "report-place", "check-place", "close-case");
    never(walked, "add-links", "report-upload", "inside-a-chat");
  });

  test("end-to-end messenger", () => {
    inOrder(walk({ links: [] }, group("whatsapp")), "capture-place", "inside-a-chat", "report-place", "check-place");
  });

  test("site that sells removal: never a report to it, but to the firm behind it and to search", () => {
    const walked = walk({ links: [{ site: "pay-us.example" }], sellsRemoval: true });
    inOrder(walked, "about-the-site", "site-sells-removal", "capture-listing", "report-host", "deindex-google", "check-gone");
    never(walked, "report-upload", "ask-reupload-prevention");
    expect([...walked.walk.state.reports.values()].map((r) => r.route)).toEqual(["host"]);
  });

  test("site that the person may run", () => {
    const walked = walk({ links: [{ site: "theirs.example" }], runByPerson: true });
    inOrder(walked, "about-the-site", "report-host");
    never(walked, "report-upload", "site-sells-removal");
  });
});

describe("what it shows", () => {
  const showing = (...shows: Person["pictures"][number]["shows"]): Partial<Person> => ({ pictures: [{ age: "adult", shows }] });

  test("deepfake", () => inOrder(walk(showing("fake")), "describe-picture", "fake-picture", "report-upload", "hash-service"));
  test("sold work leaked", () => inOrder(walk(showing("sold")), "describe-picture", "sold-work", "report-upload"));
  test("outed", () => inOrder(walk(showing("outs-me")), "describe-picture", "outed", "report-upload"));
  test("without religious dress", () => inOrder(walk(showing("no-religious-dress")), "describe-picture", "outed", "report-upload"));
  test("filmed secretly", () => {
    inOrder(walk(showing("filmed-secretly")), "describe-picture", "filmed-secretly", "report-upload");
    expect(stepById("filmed-secretly")?.why).toBe("Do not touch the camera. Leave. Tell police if it is safe.");
  });
});

describe("a message with signs of a trick", () => {
  test("asks to look again", () => {
    const walked = walk({}, (doer) => doer.walk.send(doer.message(["upfront-fee"])));
    inOrder(walked, "watch-for-scams", "add-links");
  });
});

test("a page that is gone is looked at again after 2, 7, 14, 30 and 90 days", () => {
  const walk90 = new Walk();
  const doer = new Doer(walk90, { ...someone, links: [{ site: "pixboard.test", platform: "reddit" }] });
  const start = msOf(walk90.now);
  const days: number[] = [];
  for (let turn = 0; turn < 400 && days.length < 5; turn++) {
    const given = walk90.plan();
    const recheck = given.actions.find((action) => action.step === "recheck" && action.status === "due");
    if (recheck !== undefined) days.push(Math.round((msOf(walk90.now) - start) / 86_400_000));
    const next = recheck ?? given.actions.find((action) => isOffered(action) && action.step !== "close-case");
    if (next === undefined) walk90.waitForNext(given);
    else act(doer, next);
  }
  const first = days[0] ?? 0;
  expect(days.map((day) => day - first)).toEqual([0, 5, 12, 28, 88]);
  expect(walk90.action("recheck")?.status).toBe("done");
  acted.add("recheck");
});

test("every step is somebody's", () => {
  expect(steps.map((step) => step.id).filter((id) => !acted.has(id))).toEqual([]);
});

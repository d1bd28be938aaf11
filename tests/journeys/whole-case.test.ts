import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deviceMarks, newProfile, removeProfile, startPhone, type Phone } from "../support/app-driver.ts";
import { answer, begin, calmTheThreat, install, namePicture, openStep } from "../support/journey-begin.ts";
import { aboutTheSites, addMessage, capture, note, openLink, pasteLinks, sample, sampleText } from "../support/journey-evidence.ts";
import {
  beforeReporting,
  keepAccounts,
  keepHashNumber,
  keepPerson,
  reportProfile,
  sendReport,
  writeReport,
} from "../support/journey-report.ts";
import { type HandedOver, openAsSupporter, shareWithLawyer, timelineCount, timelineOf } from "../support/journey-share.ts";
import { searchProfile } from "../support/disk.ts";
import { bagItFaults } from "../support/bagit.ts";
import { checkSeal, checkSums, everythingIn, pdfText, unpack } from "../support/journey-tools.ts";
import { linesOf, onlyOfThisCase, plantCanaries } from "../support/journey-canary.ts";
import { netLogRequests } from "../support/journey-watch.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";

/** One whole case on one phone, offline from the first question on, through the screens alone. The tests below are its stages, in order. */
const dist = join(import.meta.dirname, "../../dist");
/** Where Chromium turns by itself, whatever page is open. */
const browsersOwn = new Set(["update.googleapis.com", "accounts.google.com", "content-autofill.googleapis.com", "edgedl.me.gvt1.com"]);
const offlineNoise = /ERR_INTERNET_DISCONNECTED/u;
const links = { first: /watch\?v=8f3kQz_01&ref/u, second: /watch\?v=8f3kQz_01 /u, third: /Watch\?V=8F3/u };

const ana = {
  name: "Ana Sørensen",
  contact: "quiet-fern@friendly.example",
  ticks: [
    "It is nude, sexual or intimate",
    "People who know me could recognise me",
    "I did not agree to it being published",
    "I say this in good faith",
    "What I write is accurate",
  ],
};

describe.sequential("one whole case", () => {
  const folder = mkdtempSync(join(tmpdir(), "journey-"));
  const profile = newProfile();
  const netLogs = [join(folder, "net-log-1.json"), join(folder, "net-log-2.json")] as const;
  let host: StaticHost;
  let phone: Phone;
  let words: string;
  let entries: number;
  let handed: HandedOver;
  let served: readonly string[];
  let typed: ReadonlySet<string>;
  let first: { readonly wrong: readonly string[]; readonly titles: readonly string[]; readonly addresses: readonly string[] };
  let url: string;

  beforeAll(async () => {
    host = await startHost(dist, { base: "/some/where/" });
    url = host.url;
    phone = await startPhone({ url, profile, netLog: netLogs[0] });
  });
  afterAll(async () => {
    await phone.close();
    rmSync(folder, { recursive: true });
    removeProfile(profile);
  });

  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => say(await phone.readsAll()));
  });

  test("is it safe, installed, offline", async () => {
    await install(phone);
    await host.close();
    served = [...host.requests];
    expect(served).toContain("/some/where/sw.js");
  });

  test("three questions, six words, and the threat first", async () => {
    words = await begin(phone);
    expect(words).toMatch(/^[a-z-]+( [a-z-]+){5}$/u);
    await calmTheThreat(phone);
    await phone.tap("Not now");
    await answer(phone, "Who is this for?", "Me");
    await namePicture(phone, "blue room");
  });

  test("every line of the paste is accounted for", async () => {
    const text = sampleText("links.txt");
    const said = await pasteLinks(phone, text, "blue room");
    expect(said.length).toBe(43);
    expect(said.filter((line) => line.includes("Same page as line")).length).toBe(5);
    expect(said.find((line) => line.includes("javascript:"))).toContain("kept as text");
    expect(said.find((line) => line.includes("help.porn-hub.website"))).toContain("The name is close to");
    expect(said.find((line) => line.includes("gpj.exe"))).toContain("U+202E");
  });
  test("three links are captured, covered, and one screenshot is asked for again", async () => {
    await phone.tap("Now");
    expect(await aboutTheSites(phone)).toBeGreaterThan(2);
    expect(await phone.reads()).toContain("Take a screenshot of the page that lists it");
    await phone.tap("Add the screenshot");
    await capture(phone, ["blue room"], { file: "listing-page.png", seen: ["Yes", "Yes", "Yes"] });
    await phone.tap("Done");

    await openLink(phone, links.first, "clipmirror.example");
    await phone.tap("Add the screenshot");
    await capture(phone, ["blue room"], { what: "Page with the picture", file: "no-address-bar.png", seen: ["No", "No", "Can’t tell"] });
    expect(await phone.reads()).toContain("Without the address nobody can tell which page this was.");
    await phone.tap("Add a new one");
    await capture(phone, ["blue room"], { file: "content-page.png", seen: ["Yes", "Yes", "Yes"] });
    expect(await phone.reads()).not.toContain("Take it again, if you can");
    await phone.tap("Done");
    for (const [link, file] of [
      [links.second, "content-page-desktop.jpg"],
      [links.third, "search-results.png"],
    ] as const) {
      await openLink(phone, link, "clipmirror.example");
      await phone.tap("Add the screenshot");
      await capture(phone, ["blue room"], { what: "Page with the picture", file, seen: ["Yes", "Can’t tell", "No"] });
      await phone.tap("Done");
    }

    await openLink(phone, links.first, "clipmirror.example");
    await note(phone, "Who put it up", "grey_harbor_42");
    await note(phone, "Words beside it", "guess who, from Нина’s office");
    await note(phone, "When you found it", "2026-11-20 22:41");
    const said = await phone.reads();
    expect(said).toContain('"Who put it up grey_harbor_42"');
    expect(said).toContain("no-address-bar.png");
  });

  test("chat and screenshot of the threat are kept", async () => {
    const { kept } = await addMessage(phone, "whatsapp-android.txt");
    expect(kept).toContain("bc1qexampleexampleexampleexample0000000000");
    expect(kept).toContain("+1 202 555 0143");

    await phone.tap("Case");
    await phone.tap(/^Evidence/u);
    await phone.tap("Add a file");
    await capture(phone, [], { what: "Chat", file: "threat-chat.png" });
    expect(await phone.reads()).not.toContain("Can you see the page’s address?");
  });

  test("a TAKE IT DOWN notice is written, sent, answered; its clock names its law", async () => {
    await beforeReporting(phone);
    await openStep(phone, "Report it to the site clipmirror.example");
    await phone.tap("Prepare the report");
    const { ways, parts, text } = await writeReport(phone, { ...ana, way: /TAKE IT DOWN/u });
    expect(ways).toContain("Who will see your name");
    expect(parts).toContain("Everything the law asks for is there.");
    for (const line of sampleText("links.txt")
      .split(/\r?\n/u)
      .filter((one) => one.startsWith("https://clipmirror.example/w")))
      expect(text).toContain(line);
    await sendReport(phone, "#55120");
    const clock = await phone.reads();
    expect(clock).toContain("US law gives covered sites 48 hours");
    expect(clock).toContain("Last checked:");
    await phone.tap("They say it is removed", "radio");
    await phone.pick("Add their answer as a file", [sample("platform-reply.eml")]);
    await phone.sees("platform-reply.eml");
    await phone.tap("Keep the answer");
    await phone.sees("Check the page yourself before you count it as gone.");
  });

  test("a text for a site’s own form shows what is missing until it is there", async () => {
    await openLink(phone, links.second, "clipmirror.example");
    await phone.tap("Prepare the report");
    const { parts } = await writeReport(phone, { way: /site's own form/u, name: "", contact: ana.contact, ticks: ana.ticks.slice(0, 2) });
    expect(parts).toMatch(/: missing/u);
    expect(parts).toMatch(/: there/u);
    await phone.tap("Back");
    await phone.at("What the text may say");
    await phone.fill("Name to sign with", ana.name);
    for (const tick of ana.ticks.slice(2)) await phone.tap(tick, "checkbox");
    await phone.tap("Continue");
    await phone.at("The text");
    // Nobody changed the text, so it is written from what was ticked since.
    expect(await phone.reads()).not.toMatch(/: missing/u);
    await sendReport(phone, "REF-0042-b");
  });

  test("the page is gone after looking; the search engine is asked", async () => {
    await openLink(phone, links.first, "clipmirror.example");
    await phone.tap("Say if it is gone");
    await phone.at("Is it gone?");
    await phone.tap(/^Gone/u, "radio");
    await phone.tap("I did", "radio");
    await phone.tap("Save");
    await openLink(phone, links.first, "clipmirror.example");
    expect(await phone.reads()).toContain("Gone once, look again");
    await openStep(phone, "Ask Google to leave it out");
    expect(await phone.reads()).toMatch(/Can be done now|Time to look/u);
    await phone.tap("Search results");
    await phone.at("Search results");
    const first = phone.page.getByRole("group", { name: /What did you find/u }).first();
    for (const name of ["Shown", "I asked"]) {
      await first.getByRole("radio", { name, exact: true }).click();
      await first.getByRole("radio", { name, exact: true, checked: true }).waitFor();
    }
    await openLink(phone, links.first, "clipmirror.example");
    expect(await phone.reads()).toContain("Search engine asked, answer open");
  });

  test("the hash service’s case number and PIN are kept", async () => {
    await keepHashNumber(phone, "NCII-7Q2X-0481", "fern730194");
    expect(await phone.reads()).not.toContain("fern730194");
  });

  test("a fake profile is reported", async () => {
    const address = "https://www.tiktok.com/@ana.sorensen.official";
    const text = await reportProfile(phone, {
      handle: "@ana.sorensen.official",
      address,
      screenshot: "fake-profile.png",
      letter: { ...ana, way: /pretends to be you/u, ticks: ana.ticks.slice(3) },
      reference: "TT-90417-imp",
    });
    expect(text).toContain("The profile below pretends to be me.");
    expect(text).toContain(address);
  });

  test("accounts in the order in which one opens the next, the mailbox first", async () => {
    const order = await keepAccounts(phone, "accounts.csv", 5);
    expect(order.map((said) => /^(Old Yahoo|Gmail|iCloud|Instagram|X)\b/u.exec(said)?.[1])).toEqual([
      "Old Yahoo",
      "Gmail",
      "iCloud",
      "Instagram",
      "X",
    ]);
    expect(order[0]).toContain("Start here");
    await phone.tap(/^Old Yahoo/u);
    await phone.at("Account");
    await phone.fill("What you see", "A device called Pixel-unknown signed in from Lisbon");
    await phone.tap("It is written down");
    for (const check of ["A passphrase of its own", "A second step at sign-in"]) {
      // The next one opens by itself.
      await phone.page.getByRole("button", { name: `Hide this: ${check}` }).waitFor();
      await phone.tap("This is done");
    }
    await phone.tap("Back: Accounts");
    await phone.page.getByRole("button", { name: /^Old Yahoo .* 3 of 6 checks/u }).waitFor();
  });

  test("a mail of a removal seller is kept, its warning signs named", async () => {
    const { kept } = await addMessage(phone, "extortion.eml");
    for (const sign of [
      "promises certain or total removal",
      "asks for money before doing anything",
      "tells you not to contact police",
      "asks for password, one-time code",
    ])
      expect(kept).toContain(sign);
    expect(kept).toContain("Real support never asks for a code");
    // Nothing of its HTML part came near the page.
    expect(await phone.page.content()).not.toContain("track.secure-mail.example");
  });

  test("someone they trust", async () => {
    await keepPerson(phone, "Nadia Ilić", "sister");
    expect(await phone.reads()).toContain("Told");
  });

  test("the timeline tells it in words", async () => {
    entries = await timelineCount(phone);
    expect(entries).toBeGreaterThan(100);
    const reports = await timelineOf(phone, "Reports");
    expect(reports).toMatch(/Report sent to clipmirror\.example \(US TAKE IT DOWN Act notice\), sent .*Reference: #55120/u);
    expect(reports).toMatch(/Report sent to tiktok\.com \(impersonation report\), sent .*Reference: TT-90417-imp/u);
  });

  test("shared with a lawyer", async () => {
    handed = await shareWithLawyer(phone, {
      cover: {
        "What you ask for": "Please write to the site for Ana Sørensen. Нина Петрова may also call.",
        "Who has been told": "Nadia Ilić",
      },
      files: [/^no-address-bar\.png/u, /^content-page\.png/u, /^threat-chat\.png/u],
      to: join(folder, "sealed.age"),
    });
    expect(handed.name).toMatch(/^\d{4}-\d\d-\d\d-documents\.age$/u);
    expect(handed.words.length).toBe(6);
    expect(handed.sealCode.length).toBe(12);
    expect(handed.preview).toContain("Нина Петрова");
  });

  test("a supporter opens it on a phone of their own", async () => {
    const other = await startHost(dist);
    const supporter = await startPhone({ url: other.url });
    const { checks, sealCode, report, covered } = await openAsSupporter(supporter, join(folder, "sealed.age"), handed.words);
    expect(checks.length).toBe(11);
    expect(checks.filter((said) => said.includes("not right"))).toEqual([]);
    expect(sealCode).toEqual(handed.sealCode);
    for (const text of ["Нина Петрова", "Nadia Ilić", "grey_harbor_42"]) expect(report).toContain(text);
    expect(covered).toBe(3);
    expect(supporter.watched.wrong).toEqual([]);
    await supporter.close();
    const kept = onlyOfThisCase(dist, [...phone.typed, handed.words.join(" "), handed.words.join("-")]);
    expect(searchProfile(supporter.profile, kept).finds).toEqual([]);
    removeProfile(supporter.profile);
    await other.close();
  });

  test("without Holdfast: age, unzip, sha256sum, minisign, a BagIt validator and a PDF reader accept it", async () => {
    const bag = await unpack(join(folder, "sealed.age"), handed.words, folder);
    expect(checkSums(bag)).toEqual({ ok: true, output: "" });
    expect(checkSeal(bag)).toMatchObject({ ok: true });
    expect(bagItFaults(bag)).toEqual([]);
    const report = pdfText(bag, "data/report.pdf");
    for (const name of ["Sørensen", "Нина", "Ilić"]) expect(report).toContain(name);
    const all = everythingIn(bag);
    expect(all).toContain("#55120");
    for (const mark of [...deviceMarks, profile, process.cwd(), "fern730194", words]) expect(all).not.toContain(mark);
    expect(all).not.toMatch(/390\s?[x×,]\s?844|"(?:userAgent|deviceMemory|hardwareConcurrency|screen|timeZone)"/u);
  });

  test("locked, closed, opened again without a network: everything is there", async () => {
    const before = await timelineCount(phone);
    expect(before).toBe(entries + 1);
    await phone.tap("Lock");
    await phone.at("Locked");
    await phone.close();
    first = { wrong: phone.watched.wrong, titles: [...phone.watched.titles], addresses: [...phone.watched.addresses] };
    typed = new Set(phone.typed);
    phone = await startPhone({ url, profile, offline: true, netLog: netLogs[1] });
    await phone.at("Locked");
    await phone.fill("Passphrase", words);
    await phone.tap("Unlock");
    await phone.at(/^(Next, one thing|Nothing to do)/u);
    expect(await timelineCount(phone)).toBe(before);
    await openLink(phone, links.first, "clipmirror.example");
    expect(await phone.reads()).toContain("guess who, from Нина’s office");
  });

  test("nothing of the case is on the disk: not after a close, not after a kill", async () => {
    const secrets = onlyOfThisCase(dist, [
      ...typed,
      ...phone.typed,
      ...linesOf("links.txt", "whatsapp-android.txt", "accounts.csv", "platform-reply.eml"),
      handed.words.join(" "),
      handed.words.join("-"),
      words.split(" ").join("-"),
    ]);
    expect(secrets.length).toBeGreaterThan(90);
    const canary = await plantCanaries(phone, url);
    await phone.close();
    const closed = searchProfile(profile, [...canary, ...secrets]);
    expect(new Set(closed.finds.map(({ text }) => text))).toEqual(new Set(canary));
    expect(closed.tables + closed.logs).toBeGreaterThan(3);

    phone = await startPhone({ url, profile, offline: true });
    await phone.fill("Passphrase", words);
    await phone.tap("Unlock");
    await phone.at(/^(Next, one thing|Nothing to do)/u);
    await openLink(phone, links.second, "clipmirror.example");
    await note(phone, "Words beside it", "kept just before the battery went flat");
    await phone.tap(/^Who put it up/u);
    await phone.fill("Who put it up", "half-written when it ended");
    const second = await plantCanaries(phone, url);
    await phone.kill();
    const killed = searchProfile(profile, [...second, ...secrets, ...phone.typed]);
    expect(new Set(killed.finds.map(({ text }) => text))).toEqual(new Set([...canary.filter((text) => second.includes(text)), ...second]));

    phone = await startPhone({ url, profile, offline: true });
    await phone.fill("Passphrase", words);
    await phone.tap("Unlock");
    await openLink(phone, links.second, "clipmirror.example");
    expect(await phone.reads()).toContain("kept just before the battery went flat");
  });

  test("only the app’s own files were asked for, before it was installed; nothing after", () => {
    const { origin } = new URL(url);
    const own = new Set(readdirSync(dist, { recursive: true, encoding: "utf8" }).map((path) => `${url}${path}`));
    own.add(url);
    const [before, after] = netLogs.map(netLogRequests);
    const asked = before?.filter(({ url: one }) => one.startsWith(origin)).map(({ url: one }) => one) ?? [];
    expect(asked.filter((one) => !own.has(one))).toEqual([]);
    // The host counted the same; what came later reached nobody, and is the browser's own look for a new service worker.
    expect(
      asked
        .slice(0, served.length)
        .map((one) => new URL(one).pathname)
        .toSorted(),
    ).toEqual(served.toSorted());
    expect(asked.slice(served.length).filter((one) => one !== `${url}sw.js`)).toEqual([]);
    // Chromium itself asks its maker about updates, signed-in accounts and form fields; no page or worker of the app does.
    const others = [...(before ?? []), ...(after ?? [])].filter(({ url: one }) => !one.startsWith(origin));
    expect(others.filter(({ by }) => by.startsWith(origin))).toEqual([]);
    expect(others.map(({ url: one }) => new URL(one).hostname).filter((name) => !browsersOwn.has(name))).toEqual([]);
    // Waking up, Chromium asks the host for the page while it starts the service worker, and looks for a new one.
    const woken = (after ?? []).filter(({ url: one }) => one.startsWith(origin));
    expect(woken.filter(({ url: one, by }) => one !== `${url}sw.js` && !(one === url && by === "not an origin"))).toEqual([]);
  });

  test("nothing broke the policy, no markup came from the case, title and address said nothing", () => {
    expect([...first.wrong, ...phone.watched.wrong].filter((said) => !offlineNoise.test(said))).toEqual([]);
    // A page that has only begun to load has none yet.
    expect(first.titles.filter((title) => title !== "")).toEqual(["Daybook"]);
    expect(first.addresses).toEqual([url]);
  });
});

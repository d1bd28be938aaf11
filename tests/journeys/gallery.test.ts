import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Phone, removeProfile, startPhone } from "../support/app-driver.ts";
import { firstTable } from "../../src/screens/first-table.ts";
import { table } from "../../src/screens/table.ts";
import { lostStops } from "../support/gallery-vault.ts";
import { lockedStops, ownStops, sampleStops, supporterStops, type Stop } from "../support/journey-gallery.ts";
import { startHost, type StaticHost } from "../support/server.ts";

/** Pictures of every screen, to be looked at: tests/journeys/output/<theme>-<screen>.png. */
const output = join(import.meta.dirname, "output");

describe("every screen, light and dark", () => {
  let host: StaticHost;
  const folder = mkdtempSync(join(tmpdir(), "gallery-"));
  const sealed = join(folder, "sealed.age");
  let phone: Phone;
  let words: readonly string[] = [];
  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    host = await startHost(join(import.meta.dirname, "../../dist"));
    phone = await startPhone({ url: host.url });
  });
  afterAll(async () => {
    await phone.close();
    await host.close();
    removeProfile(phone.profile);
    rmSync(folder, { recursive: true });
  });

  const draw = async (stops: readonly Stop[], on = phone): Promise<readonly string[]> => {
    const wrong: string[] = [];
    for (const [name, walk] of stops) {
      await walk(on);
      await on.page.getByRole("heading", { level: 1 }).first().waitFor();
      // As tall as the screen is long: the bar at the bottom would else lie across the middle of the picture.
      // A long list draws what is near the screen, and so grows once with it.
      for (const _ of ["as it is", "as it grew"]) {
        const height = await on.page.evaluate(() => document.documentElement.scrollHeight);
        await on.page.setViewportSize({ width: 390, height: Math.max(844, Math.min(height, 6_000)) });
      }
      for (const theme of ["dark", "light"] as const) {
        const path = join(output, `${theme}-${name}.png`);
        await on.page.emulateMedia({ colorScheme: theme });
        await on.page.screenshot({ path, animations: "disabled", scale: "css" });
        if (statSync(path).size < 5_000) wrong.push(`${name}, ${theme}: empty`);
      }
      if (await on.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wrong.push(`${name}: wider than the phone`);
      await on.page.setViewportSize({ width: 390, height: 844 });
    }
    return wrong;
  };

  test("before there is a case", async () => {
    expect(await draw(lockedStops)).toEqual([]);
  });

  test("in the made-up case", async () => {
    await phone.page.goto(host.url);
    await phone.tap("Look around in a made-up case");
    expect(await draw(sampleStops)).toEqual([]);
    expect(phone.watched.wrong).toEqual([]);
  });

  test("in a case of one's own, up to the sealed file and the locked page", async () => {
    await phone.tap("Close it");
    await phone.tap(/^Start/u);
    await phone.tap("I can use this phone");
    await phone.at("Keep it on this device");
    expect(await draw(ownStops(sealed, join(folder, "kept.age"), (said) => (words = said)))).toEqual([]);
    expect(phone.watched.wrong).toEqual([]);
  });

  test("on the phone of the person who was sent the file", async () => {
    const supporter = await startPhone({ url: host.url });
    expect(
      await draw(
        supporterStops(sealed, () => words),
        supporter,
      ),
    ).toEqual([]);
    expect(supporter.watched.wrong).toEqual([]);
    await supporter.close();
    removeProfile(supporter.profile);
  });

  test("where what was stored is gone, and where the browser lacks something", async () => {
    expect(await draw(lostStops)).toEqual([]);
  });
});

test("no screen is without a picture", () => {
  const stops = [...lockedStops, ...sampleStops, ...ownStops("", "", () => undefined), ...supporterStops("", () => []), ...lostStops];
  const drawn = stops.map(([name]) => name);
  // Named otherwise, because they are seen at several moments.
  const shownAs: Readonly<Record<string, string>> = {
    capture: "capture-add",
    report: "report-write",
    share: "share-who",
    opening: "opening-1",
    open: "open-file",
  };
  const missing = Object.keys({ ...firstTable, ...table }).filter((name) => !drawn.includes(shownAs[name] ?? name));
  expect(missing).toEqual([]);
});

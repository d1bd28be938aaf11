import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appId } from "../../src/lib/app-id.ts";
import { policyHeaders } from "../../src/sw/policy.ts";
import { chromiumLaunch } from "../support/chromium.ts";
import { buildWithProbe, nextRelease } from "../support/probe-build.ts";
import { startHost, type StaticHost } from "../support/server.ts";

let folder: string;
let browser: Browser;
let context: BrowserContext;
let host: StaticHost;
const release = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "release-"));
  await buildWithProbe(release("one"));
  browser = await chromium.launch(chromiumLaunch());
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await host.close();
});

/** Opens the probe page and waits until it knows what guards its workers. */
const openProbe = async (): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${host.url}probe.html`);
  await page.waitForFunction(() => "probe" in window);
  return page;
};
const guardOf = (page: Page): Promise<string> => page.evaluate(() => window.probe.updates.guard());
const offersOf = (page: Page) => page.evaluate(() => window.probe.state.offers);
const currentHash = (page: Page) => page.evaluate(async () => (await window.probe.updates.currentBuild())?.hash);
const offered = (page: Page, hash: string) =>
  page.waitForFunction((wanted) => window.probe.state.offers.some((build) => build.hash === wanted), hash);

describe("on a host that sends no headers, at a path of its own", () => {
  beforeEach(async () => {
    host = await startHost(release("one"), { base: "/some/where/" });
  });

  test("the page comes under its service worker at once, and every response carries the policy", async () => {
    const page = await openProbe();
    expect(await guardOf(page)).toBe("service-worker");
    const paths = ["", "index.html?x=1", "leave.html", "sw.js", "not-there"];
    const answers = await page.evaluate(
      (list) =>
        Promise.all(
          list.map(async (path) => {
            const answer = await fetch(path);
            return { status: answer.status, headers: Object.fromEntries(answer.headers) };
          }),
        ),
      paths,
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404]);
    const wanted = Object.fromEntries(Object.entries(policyHeaders).map(([name, value]) => [name.toLowerCase(), value]));
    for (const { headers } of answers) expect(headers).toMatchObject(wanted);
  });

  test("a worker cannot reach another host, by fetch or by import", async () => {
    const other = await startHost(folder);
    const page = await openProbe();
    await guardOf(page);
    const tried = await page.evaluate((address) => window.probe.tryWorker(address), `${other.url}?secret`);
    expect(tried).toEqual({ fetched: "stopped", imported: "stopped" });
    expect(other.requests).toEqual([]);
    await other.close();
  });

  test("only the app's own scripts may become workers, and only through the policy", async () => {
    const page = await openProbe();
    expect(await page.evaluate(() => window.probe.plainScript())).toBe("TypeError");
    for (const address of [
      "http://other.test/a.js",
      "/some/neighbour/a.js",
      "../neighbour/a.js",
      "data:text/javascript,1",
      "blob:http://127.0.0.1/x",
    ]) {
      expect(await page.evaluate((bad) => window.probe.foreignScript(bad), address)).toBe("TypeError");
    }
    const blob = await page.evaluate(() => window.probe.foreignScript(URL.createObjectURL(new Blob(["1"]))));
    expect(blob).toBe("TypeError");
  });

  test("after installation nothing is asked of the network, and the app opens offline", async () => {
    const page = await openProbe();
    await guardOf(page);
    host.forgetRequests();
    await page.goto(host.url);
    await page.goto(`${host.url}leave.html`);
    await page.goto(`${host.url}index.html?again`);
    await page.goto(`${host.url}probe.html`);
    // The browser's own look for a new service worker cannot be turned off.
    expect(host.requests.filter((path) => !path.endsWith("/sw.js"))).toEqual([]);
    await host.close();
    await page.goto(host.url);
    expect(await page.locator("#app").count()).toBe(1);
    await page.goto(`${host.url}leave.html`);
    expect(await page.locator("h1").textContent()).toBe("You’re offline");
    host = await startHost(release("one"));
  });

  test("the browser finds it fit to be installed, and reads manifest and icons without the network", async () => {
    const page = await openProbe();
    await guardOf(page);
    host.forgetRequests();
    await page.goto(host.url);
    const session = await context.newCDPSession(page);
    const manifest = await session.send("Page.getAppManifest");
    expect(manifest.errors).toEqual([]);
    expect(JSON.parse(manifest.data ?? "")).toMatchObject({ id: appId, start_url: "./", scope: "./" });
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // The test's own window is a private one, which no app can be installed from.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
    expect(host.requests.filter((path) => !path.endsWith("/sw.js"))).toEqual([]);
  });

  test("nothing of the app's own is stopped by its policy", async () => {
    const page = await context.newPage();
    const stopped: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") stopped.push(message.text());
    });
    page.on("pageerror", (error) => stopped.push(error.message));
    await page.goto(host.url);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null || document.readyState === "complete");
    await page.goto(`${host.url}probe.html`);
    expect(await guardOf(page)).toBe("service-worker");
    expect(await page.evaluate(() => window.probe.state.violations)).toEqual([]);
    await page.goto(`${host.url}leave.html`);
    expect(stopped).toEqual([]);
  });

  test("after a forced reload the page is claimed again", async () => {
    const page = await openProbe();
    await guardOf(page);
    const session = await context.newCDPSession(page);
    await session.send("Page.reload", { ignoreCache: true });
    await page.waitForFunction(() => "probe" in window);
    expect(await guardOf(page)).toBe("service-worker");
  });

  test("this browser has everything that is needed", async () => {
    const page = await openProbe();
    expect(await page.evaluate(() => window.probe.missingRequirements())).toEqual([]);
  });
});

test("the same worker does get out where nothing guards it, so that the test above means something", async () => {
  context = await browser.newContext({ serviceWorkers: "block" });
  host = await startHost(release("one"));
  const other = await startHost(folder);
  const page = await openProbe();
  await page.evaluate((address) => window.probe.tryWorker(address), `${other.url}?secret`);
  expect(other.requests).toContain("/?secret");
  await other.close();
});

test("without a service worker the host's own headers are enough, with the page and with the worker's script, and without them there is no guard", async () => {
  context = await browser.newContext({ serviceWorkers: "block" });
  host = await startHost(release("one"), { headers: policyHeaders });
  expect(await guardOf(await openProbe())).toBe("host");
  await host.close();
  for (const ending of [".html", ".js"]) {
    host = await startHost(release("one"), { headersOf: { [ending]: policyHeaders } });
    expect([ending, await guardOf(await openProbe())]).toEqual([ending, "none"]);
    await host.close();
  }
  host = await startHost(release("one"));
  expect(await guardOf(await openProbe())).toBe("none");
});

test("headers that a host sends beside a file do nothing once the service worker answers", async () => {
  const hostile = {
    Refresh: "0; url=https://other.test/?left",
    Link: "<https://other.test/style.css>; rel=preload; as=style",
    "Content-Security-Policy-Report-Only": "default-src 'none'; report-uri https://other.test/",
    "Report-To": '{"endpoints":[{"url":"https://other.test/"}],"max_age":1}',
    "Set-Cookie": "seen=1",
    "X-Any": "thing",
  };
  // Not with the page's own first coming, which nobody guards yet: with all that the service worker keeps.
  host = await startHost(release("one"), { headersOf: { ".js": hostile, ".css": hostile, ".json": hostile, ".png": hostile } });
  const page = await openProbe();
  expect(await guardOf(page)).toBe("service-worker");
  const answers = await page.evaluate(async () =>
    Promise.all(
      [
        "",
        "build.txt",
        ...(await (await fetch("build.txt")).text())
          .trimEnd()
          .split("\n")
          .map((line) => line.slice(66)),
      ].map(async (path) => {
        const answer = await fetch(path);
        return { path, status: answer.status, headers: Object.fromEntries(answer.headers) };
      }),
    ),
  );
  const types: Readonly<Record<string, string>> = {
    "": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
  };
  expect(answers.length).toBeGreaterThan(10);
  const wanted = Object.fromEntries(Object.entries(policyHeaders).map(([name, value]) => [name.toLowerCase(), value]));
  for (const { path, status, headers } of answers)
    expect([path, status, headers]).toEqual([path, 200, { ...wanted, "content-type": types[extname(path)] }]);
});

describe("a new version", () => {
  let two: string;
  let page: Page;
  beforeAll(() => {
    two = nextRelease(release("one"), release("two"), "second");
  });
  beforeEach(async () => {
    host = await startHost(release("one"));
    page = await openProbe();
    await guardOf(page);
    host.serve(release("two"));
  });

  const look = async (): Promise<void> => {
    await page.evaluate(() => window.probe.updates.look());
    await offered(page, two);
  };
  const accept = (hash: string) => page.evaluate((wanted) => window.probe.updates.acceptUpdate(wanted), hash);

  test("is offered with its version and hash, and not taken, however often the page is opened", async () => {
    const first = await currentHash(page);
    expect(first).toMatch(/^[0-9a-f]{64}$/u);
    await look();
    expect((await offersOf(page)).at(-1)).toEqual({ version: "0.1.0", hash: two });
    for (const _ of [1, 2]) {
      await page.close();
      page = await openProbe();
      await offered(page, two);
      expect(await currentHash(page)).toBe(first);
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting)).toBeNull();
    }
  });

  test("is taken when it is accepted, and is then no longer offered", async () => {
    await look();
    await Promise.all([page.waitForEvent("load"), accept(two).catch(() => undefined)]);
    await page.waitForFunction(() => "probe" in window);
    expect(await currentHash(page)).toBe(two);
    expect(await offersOf(page)).toEqual([]);
    const leave = await page.evaluate(async () => (await fetch("leave.html")).text());
    expect(leave).toContain("second");
  });

  test("is never taken while a vault is open, here or perhaps in another window", async () => {
    await look();
    const first = await currentHash(page);
    await page.evaluate(() => {
      window.probe.state.isVaultOpen = true;
    });
    expect(await accept(two)).toEqual({ ok: false, error: { code: "update-vault-open" } });
    const other = await openProbe();
    expect(await other.evaluate((hash) => window.probe.updates.acceptUpdate(hash), two)).toEqual({
      ok: false,
      error: { code: "update-other-window" },
    });
    expect(await currentHash(other)).toBe(first);
    expect(await currentHash(page)).toBe(first);
  });

  test("is not taken under another hash than the one that was shown", async () => {
    await look();
    const first = await currentHash(page);
    expect(await accept("0".repeat(64))).toEqual({ ok: false, error: { code: "update-not-offered" } });
    // Accepted, but by then the host has put a third one there.
    const three = nextRelease(release("one"), release("three"), "third");
    host.serve(release("three"));
    expect(await accept(two)).toEqual({ ok: false, error: { code: "update-failed" } });
    await offered(page, three);
    expect(await currentHash(page)).toBe(first);
  });

  test("that the host takes back is no longer offered", async () => {
    await look();
    host.serve(release("one"));
    expect(await accept(two)).toEqual({ ok: false, error: { code: "update-failed" } });
    await page.close();
    page = await openProbe();
    await guardOf(page);
    expect(await currentHash(page)).not.toBe(two);
    expect(await accept(two)).toEqual({ ok: false, error: { code: "update-not-offered" } });
    expect(await offersOf(page)).toEqual([]);
  });

  test("whose files do not match its list is not installed", async () => {
    await look();
    nextRelease(release("two"), release("broken"), "unlisted");
    for (const name of ["sw.js", "build.txt"]) copyFileSync(join(release("two"), name), join(release("broken"), name));
    host.serve(release("broken"));
    expect(await accept(two)).toEqual({ ok: false, error: { code: "update-failed" } });
  });
});

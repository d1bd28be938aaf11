import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Device } from "../../src/app/ports.ts";
import { createBrowserDevice } from "../../src/device/browser-device.ts";
import { pickFiles, saveFile } from "../../src/device/files.ts";
import { createInstaller } from "../../src/device/install.ts";
import { openAddress } from "../../src/device/open-address.ts";
import { storageRoom } from "../../src/device/persist.ts";
import { createClock, framePage } from "./support.ts";

let frame: Awaited<ReturnType<typeof framePage>>;
/** What was clicked in the frame, stopped before the browser acts on it. */
let clicked: (HTMLAnchorElement | HTMLInputElement)[];
const isClickable = (target: EventTarget | null): target is HTMLAnchorElement | HTMLInputElement => target !== null && "click" in target;

beforeEach(async () => {
  frame = await framePage();
  clicked = [];
  frame.page.addEventListener("click", (event) => {
    event.preventDefault();
    if (isClickable(event.target)) clicked.push(event.target);
  });
});
afterEach(() => frame.remove());

const useSavePicker = (picker: unknown): void => {
  Object.defineProperty(frame.view, "showSaveFilePicker", { configurable: true, value: picker });
};
const file = new Blob(["sealed"], { type: "" });
const name = "2026-11-22-documents.age";

describe("choosing files", () => {
  test("gives what was chosen and leaves nothing in the page", async () => {
    const picked = pickFiles(frame.page, "image/*", true);
    const input = frame.page.querySelector("input");
    expect([input?.type, input?.accept, input?.multiple, input?.autocomplete, clicked.length]).toEqual(["file", "image/*", true, "off", 1]);
    const chosen = new DataTransfer();
    chosen.items.add(new File(["a"], "a.png"));
    if (input !== null) input.files = chosen.files;
    input?.dispatchEvent(new Event("change"));
    expect((await picked).map((f) => f.name)).toEqual(["a.png"]);
    expect(frame.page.querySelector("input")).toBeNull();
  });

  test("cancelled, or asked again, the first answer is empty", async () => {
    const first = pickFiles(frame.page, "", false);
    const second = pickFiles(frame.page, "", false);
    frame.page.querySelector("input")?.dispatchEvent(new Event("cancel"));
    expect([await first, await second, frame.page.querySelectorAll("input").length]).toEqual([[], [], 0]);
  });
});

describe("saving", () => {
  test("through the dialog, under the neutral name, to the last byte", async () => {
    const root = await navigator.storage.getDirectory();
    let suggested = "";
    useSavePicker(async (options: { readonly suggestedName: string }) => {
      suggested = options.suggestedName;
      return root.getFileHandle(name, { create: true });
    });
    expect(await saveFile(frame.view, file, name, createClock().later)).toBe("saved");
    expect([suggested, await (await (await root.getFileHandle(name)).getFile()).text()]).toEqual([name, "sealed"]);
    await root.removeEntry(name);
  });

  test("a no is a no, and no download follows", async () => {
    useSavePicker(() => Promise.reject(new DOMException("", "AbortError")));
    expect([await saveFile(frame.view, file, name, createClock().later), clicked]).toEqual(["cancelled", []]);
  });

  test("a disk that fails is said", async () => {
    useSavePicker(() => Promise.resolve({ createWritable: () => Promise.reject(new DOMException("", "QuotaExceededError")) }));
    expect(await saveFile(frame.view, file, name, createClock().later)).toBe("failed");
  });

  test.each([
    ["without a dialog", undefined],
    ["where the dialog is not allowed", () => Promise.reject(new DOMException("", "SecurityError"))],
  ])("%s it is a download, whose address is withdrawn later", async (_, picker) => {
    const clock = createClock();
    useSavePicker(picker);
    expect(await saveFile(frame.view, file, name, clock.later)).toBe("saved");
    const [anchor] = clicked;
    const href = anchor !== undefined && "href" in anchor ? anchor.href : "";
    expect([anchor?.getAttribute("download"), frame.page.querySelector("a")]).toEqual([name, null]);
    expect(await (await fetch(href)).text()).toBe("sealed");
    clock.pass(60_000);
    await expect(fetch(href)).rejects.toThrow(TypeError);
  });
});

describe("saving what is decrypted for it", () => {
  const bytes = (): Promise<ArrayBuffer> => Promise.resolve(new TextEncoder().encode("opened").buffer);

  test("asks for the bytes after the dialog, and never when the answer is no", async () => {
    const order: string[] = [];
    const late = (): Promise<ArrayBuffer> => (order.push("bytes"), bytes());
    useSavePicker(() => (order.push("dialog"), Promise.reject(new DOMException("", "AbortError"))));
    expect([await saveFile(frame.view, late, name, createClock().later), order]).toEqual(["cancelled", ["dialog"]]);
  });

  test("writes them to the last one", async () => {
    const root = await navigator.storage.getDirectory();
    useSavePicker(async () => root.getFileHandle(name, { create: true }));
    expect(await saveFile(frame.view, bytes, name, createClock().later)).toBe("saved");
    expect(await (await (await root.getFileHandle(name)).getFile()).text()).toBe("opened");
    await root.removeEntry(name);
  });

  test.each([
    ["the dialog", () => Promise.resolve({})],
    ["the download", undefined],
  ])("bytes that cannot be had fail before %s writes anything", async (_, picker) => {
    useSavePicker(picker);
    expect([await saveFile(frame.view, () => Promise.resolve(null), name, createClock().later), clicked]).toEqual(["failed", []]);
  });

  test("without a dialog they are downloaded", async () => {
    useSavePicker(undefined);
    expect(await saveFile(frame.view, bytes, name, createClock().later)).toBe("saved");
    const [anchor] = clicked;
    expect(await (await fetch(anchor !== undefined && "href" in anchor ? anchor.href : "")).text()).toBe("opened");
  });
});

describe("opening an address", () => {
  test("in a tab that does not know where it came from", () => {
    expect(openAddress(frame.page, "https://clipmirror.example/watch?v=1#k")).toBe(true);
    const anchor = clicked[0];
    expect(["href", "target", "rel", "referrerpolicy"].map((a) => anchor?.getAttribute(a))).toEqual([
      "https://clipmirror.example/watch?v=1#k",
      "_blank",
      "noopener noreferrer",
      "no-referrer",
    ]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "blob:https://a.example/1", "clipmirror.example/x", ""])("never %j", (address) => {
    expect([openAddress(frame.page, address), clicked]).toEqual([false, []]);
  });
});

describe("installing", () => {
  const offer = (outcome: string): Event =>
    Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: () => Promise.resolve(),
      userChoice: Promise.resolve({ outcome }),
    });

  test("the browser's offer is kept for the tap and used once", async () => {
    const installer = createInstaller(frame.view);
    expect(installer.way()).toBe("unknown");
    const event = offer("accepted");
    frame.view.dispatchEvent(event);
    expect([event.defaultPrevented, installer.way()]).toEqual([true, "ask"]);
    expect([await installer.ask(), await installer.ask()]).toEqual([true, false]);
    frame.view.dispatchEvent(new Event("appinstalled"));
    expect(installer.way()).toBe("installed");
  });

  test("a no is a no", async () => {
    const installer = createInstaller(frame.view);
    frame.view.dispatchEvent(offer("dismissed"));
    expect(await installer.ask()).toBe(false);
  });

  test("an iPhone is known by what it can do", () => {
    Object.defineProperty(frame.view.navigator, "standalone", { configurable: true, value: false });
    expect(createInstaller(frame.view).way()).toBe("by-hand");
    Object.defineProperty(frame.view.navigator, "standalone", { configurable: true, value: true });
    expect(createInstaller(frame.view).way()).toBe("installed");
  });
});

test("the browser says how much room there is", async () => {
  const room = await storageRoom();
  expect(room !== null && room.used >= 0 && room.free > 0).toBe(true);
});

test("the whole has the shape that the app asks for", async () => {
  const device: Device = createBrowserDevice({
    view: frame.view,
    wipe: () => undefined,
    neutralPage: "./leave.html",
    offlineReady: () => Promise.resolve(true),
  });
  expect([device.installWay(), await device.offlineReady(), device.canShareFile(file, name)]).toEqual([
    "unknown",
    true,
    expect.any(Boolean),
  ]);
});

import { afterEach, expect, test } from "vitest";
import { missingRequirements } from "../../src/device/requirements.ts";

const undo: (() => void)[] = [];
afterEach(() => {
  for (const restore of undo.splice(0)) restore();
});

/** Puts something else in place of a property of a browser object, until the end of the test. */
const replace = (owner: object, name: string, value: PropertyDescriptor): void => {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...value });
  undo.push(() => {
    if (before === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, before);
  });
};

/** Takes a property away, as a browser would that never had it. */
const remove = (owner: object, name: string): void => {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  if (before === undefined) throw new Error(`no ${name} to take away`);
  Reflect.deleteProperty(owner, name);
  undo.push(() => {
    Object.defineProperty(owner, name, before);
  });
};

test("nothing is missing in this browser, and nothing of the looking stays", async () => {
  expect(await missingRequirements()).toEqual([]);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names.filter((name) => name?.includes("probe"))).toEqual([]);
});

test("WebAssembly gone, as in Lockdown Mode", async () => {
  remove(globalThis, "WebAssembly");
  expect(await missingRequirements()).toEqual(["webassembly"]);
});

test("WebAssembly there but not allowed to compile", async () => {
  replace(WebAssembly, "compile", { value: () => Promise.reject(new WebAssembly.CompileError()) });
  expect(await missingRequirements()).toEqual(["webassembly"]);
});

test("a database that is there and cannot be opened, as in a private window", async () => {
  replace(IDBFactory.prototype, "open", {
    value: () => {
      throw new DOMException("denied", "SecurityError");
    },
  });
  expect(await missingRequirements()).toEqual(["indexeddb"]);
});

test("a database whose opening fails later", async () => {
  replace(IDBFactory.prototype, "open", {
    value: () => {
      const request = new EventTarget();
      queueMicrotask(() => request.dispatchEvent(new Event("error")));
      return request;
    },
  });
  expect(await missingRequirements()).toEqual(["indexeddb"]);
});

test("no service worker, no locks", async () => {
  remove(Navigator.prototype, "serviceWorker");
  remove(Navigator.prototype, "locks");
  expect(await missingRequirements()).toEqual(["service-worker", "locks"]);
});

test("workers that know no modules, and no workers at all", async () => {
  const made: string[] = [];
  replace(globalThis, "Worker", {
    value: class {
      constructor(address: unknown) {
        made.push(String(address));
      }
      terminate(): void {
        made.pop();
      }
    },
    writable: true,
  });
  expect(await missingRequirements()).toEqual(["workers"]);
  expect(made).toEqual([]);
  remove(globalThis, "Worker");
  expect(await missingRequirements()).toEqual(["workers"]);
});

/*
 * The worker that draws a PDF runs what a stranger's file makes of a large parser. Beside the network (vault/disarm.ts), which is taken from it first,
 * it has no use for anything that is kept, for other windows, other workers or compiled code, and
 * what it has read must never become a Blob, which a browser may write to its disk.
 */
const kept = [
  "indexedDB",
  "caches",
  "BroadcastChannel",
  "Blob",
  "Worker",
  "SharedWorker",
  "WebAssembly",
  "Notification",
  "ImageDecoder",
  "VideoDecoder",
] as const;
for (const way of kept) Object.defineProperty(globalThis, way, { value: undefined, writable: false, configurable: false });

const ofNavigator = ["storage", "locks", "serviceWorker", "gpu", "usb", "serial", "hid", "permissions"] as const;
for (const way of ofNavigator)
  Object.defineProperty(Object.getPrototypeOf(navigator), way, { value: undefined, writable: false, configurable: false });

export {};

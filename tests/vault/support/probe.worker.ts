import "../../../src/vault/disarm.ts";

const ways = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "importScripts"];
const left = ways.filter((way) => Reflect.get(globalThis, way) !== undefined || Reflect.set(globalThis, way, () => undefined));
postMessage(left);

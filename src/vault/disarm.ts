/** Takes the network from this worker before any other module of it runs. The Content-Security-Policy forbids it as well; this is the second bolt. */
const ways = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebSocketStream", "WebTransport", "importScripts"] as const;

for (const way of ways) Object.defineProperty(globalThis, way, { value: undefined, writable: false, configurable: false });

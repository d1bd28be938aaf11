import "./vault/disarm.ts";
import "./evidence/pages/disarm.ts";
import { servePages } from "./evidence/pages/serve.ts";

// COMPOSITION ROOT of the worker that draws one PDF and is thrown away: no keys, no network, no store.
servePages();

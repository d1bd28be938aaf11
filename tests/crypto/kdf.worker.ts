import { serveKdf } from "../../src/crypto/kdf-worker.ts";

serveKdf();

// Node 20 cannot read TypeScript by itself; Vite can.
import { runnerImport } from "vite";

const { module } = await runnerImport("./tests/bench/main.ts");
await module.main();

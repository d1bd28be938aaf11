import { build, type InlineConfig } from "vite";

/** Builds the app as `vite build` does, into `folder` (dist/ by default); vitest's own environment must not reach the bundle. */
export const buildApp = async (folder?: string, more: InlineConfig = {}): Promise<void> => {
  const before = { out: process.env["HOLDFAST_OUT"], env: process.env["NODE_ENV"], vitest: process.env["VITEST"] };
  const put = (name: string, value: string | undefined): void => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  put("HOLDFAST_OUT", folder);
  put("NODE_ENV", "production");
  put("VITEST", undefined);
  try {
    await build({ mode: "production", logLevel: "warn", ...more });
  } finally {
    put("HOLDFAST_OUT", before.out);
    put("NODE_ENV", before.env);
    put("VITEST", before.vitest);
  }
};

import { first } from "./en/first.ts";
import { rest } from "./en/rest.ts";
import type { Locale } from "./index.ts";

export default { tag: "en", dir: "ltr", ui: { ...first, ...rest }, content: {} } satisfies Locale;

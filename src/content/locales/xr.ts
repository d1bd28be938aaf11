import type { Locale } from "./index.ts";
import xx from "./xx.ts";

/** The pseudo-language from right to left, for looking at the layout. */
export default { ...xx, tag: "xr", dir: "rtl" } satisfies Locale;

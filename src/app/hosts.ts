import { parseAddress } from "../evidence/links.ts";

/** Host of an address as pasted, punycode; "" when it has none. */
export const hostOf = (text: string): string => parseAddress(text)?.hostname ?? "";

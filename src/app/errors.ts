import type { UiKey } from "../content/locales/index.ts";
import type { AppError } from "./types.ts";

/** The sentence for a code. Compiles only while every code has one in every language. */
export const errorKey = (error: AppError): UiKey => `error.${error.code}`;

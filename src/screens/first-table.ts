import type { ScreenName } from "./names.ts";
import type { ScreenEntry } from "./screen.ts";
import { Gone } from "./gone.tsx";
import { Install } from "./install.tsx";
import { Missing } from "./missing.tsx";
import { Opening } from "./opening.tsx";
import { Passphrase } from "./passphrase.tsx";
import { Safe } from "./safe.tsx";
import { Unlock } from "./unlock.tsx";
import { Unsafe } from "./unsafe.tsx";
import { Welcome } from "./welcome.tsx";

/** Screens of the first download. Keep it small: everything else belongs into `table.ts`. */
export const firstTable: Readonly<Partial<Record<ScreenName, ScreenEntry>>> = {
  welcome: { draw: Welcome },
  safe: { draw: Safe },
  unsafe: { draw: Unsafe },
  install: { draw: Install },
  opening: { draw: Opening },
  passphrase: { draw: Passphrase },
  unlock: { draw: Unlock },
  gone: { draw: Gone },
  missing: { draw: Missing },
};

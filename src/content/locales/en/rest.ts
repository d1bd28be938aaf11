import { accounts } from "./accounts.ts";
import { backup } from "./backup.ts";
import { caseWords } from "./case.ts";
import { custody } from "./custody.ts";
import { close } from "./close.ts";
import { fingerprint } from "./fingerprint.ts";
import { hash } from "./hash.ts";
import { cover } from "./cover.ts";
import { help } from "./help.ts";
import { intake } from "./intake.ts";
import { inbox } from "./inbox.ts";
import { link } from "./link.ts";
import { metadata } from "./metadata.ts";
import { messages } from "./messages.ts";
import { now } from "./now.ts";
import { open } from "./open.ts";
import { people } from "./people.ts";
import { picture } from "./picture.ts";
import { report } from "./report.ts";
import { settings } from "./settings.ts";
import { share } from "./share.ts";
import { timeline } from "./timeline.ts";
import { viewing } from "./viewing.ts";

/** Everything else; loaded together with the screens that use it. */
export const rest = {
  ...help,
  ...now,
  ...caseWords,
  ...inbox,
  ...link,
  ...picture,
  ...intake,
  ...cover,
  ...custody,
  ...report,
  ...hash,
  ...fingerprint,
  ...accounts,
  ...messages,
  ...metadata,
  ...people,
  ...close,
  ...timeline,
  ...share,
  ...open,
  ...settings,
  ...backup,
  ...viewing,
} as const;

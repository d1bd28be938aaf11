import type { DeviceSettings } from "../vault/types.ts";

/** What holds until a vault has settings of its own. */
export const defaultSettings: DeviceSettings = {
  language: "en",
  lockAfterMinutes: 5,
  lockHiddenSeconds: 30,
  leaveTo: "https://www.wikipedia.org/",
  theme: "system",
};

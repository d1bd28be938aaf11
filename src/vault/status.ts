import { cryptoReady } from "../crypto/sodium.ts";
import { err, type Result } from "../lib/result.ts";
import { anyEpoch, type Database } from "./database.ts";
import { defaultSettings, deviceRow, readDeviceRow } from "./device-row.ts";
import { finishErasing } from "./erase-all.ts";
import type { Expectation } from "./expectation.ts";
import type { Places } from "./places.ts";
import { clearRestoring } from "./restore.ts";
import { Refused } from "./store-errors.ts";
import { delayAfter, readTries } from "./tries.ts";
import type { DeviceSettings, VaultError, VaultStatus } from "./types.ts";

/** What the locked page may know. Finishes first what a killed change of everything, or a killed erasing or restoring, has left. */
export const readStatus = async (places: Places, expectation: Expectation, name: string): Promise<VaultStatus> => {
  await cryptoReady();
  const expected = async (): Promise<"missing" | "none"> => ((await expectation.read()) ? "missing" : "none");
  const unlessErased = async ({ code }: Refused): Promise<"present" | "none"> =>
    code === "vault-busy" && !(await expectation.read()) ? "none" : "present";
  try {
    const database = await places.current();
    if (!(await database.exists())) return { vault: await expected(), isSlowed: false, settings: defaultSettings };
    await clearRestoring(name, database);
    if ((await database.headers()).length === 0 && (await database.isErasing())) {
      const done = await finishErasing(places, database, expectation);
      return { vault: done.ok ? "none" : "present", isSlowed: false, settings: defaultSettings };
    }
    const stored = readDeviceRow(await database.device());
    const isPresent = (await database.headers()).length > 0;
    return {
      vault: isPresent ? "present" : await expected(),
      isSlowed: delayAfter(readTries(await database.tries()).wrong) > 0,
      settings: typeof stored === "string" ? defaultSettings : stored.settings,
    };
  } catch (thrown) {
    // Something is there that cannot be read now; unlocking will say why.
    // After an erasing, all that is left may be a deletion that waits for a sleeping window.
    if (thrown instanceof Refused) return { vault: await unlessErased(thrown), isSlowed: false, settings: defaultSettings };
    throw thrown;
  }
};

export const saveSettings = async (database: Database, settings: DeviceSettings): Promise<Result<null, VaultError>> => {
  const stored = readDeviceRow((await database.exists()) ? await database.device() : undefined);
  if (stored === "newer") return err({ code: "vault-newer" });
  const kdf = typeof stored === "string" ? null : stored.kdf;
  return database.write({ epoch: anyEpoch, device: deviceRow({ settings, kdf }) });
};

/** Whether the browser promised not to throw the app's data away when space is short. */
export type Kept = "kept" | "not-kept" | "unknown";

const answer = async (ask: () => Promise<boolean>): Promise<Kept> => {
  try {
    return (await ask()) ? "kept" : "not-kept";
  } catch {
    return "unknown";
  }
};

/** Asks for persistent storage; some browsers ask the person, most decide by themselves. */
export const askToKeep = (): Promise<Kept> => answer(() => navigator.storage.persist());
export const isKept = (): Promise<Kept> => answer(() => navigator.storage.persisted());

/** Bytes used and still free for this app, as far as the browser says (it may round on purpose); null when it does not. */
export const storageRoom = async (): Promise<{ readonly used: number; readonly free: number } | null> => {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, free: Math.max(0, quota - usage) };
  } catch {
    return null;
  }
};

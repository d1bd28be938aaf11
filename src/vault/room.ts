/** Above the file itself: seals of its pieces, its keyring, and what the browser's own bookkeeping takes. */
const spare = 2 * 1024 * 1024;

/** What the browser says of the space; nothing where it does not say, or, like WebKitGTK, has nobody to ask. */
const estimate = async (): Promise<StorageEstimate> => {
  try {
    return await navigator.storage.estimate();
  } catch {
    return {};
  }
};

/** Whether the browser says that so many bytes fit. One that does not say is believed to have room: a full disk is answered for in any case. */
export const hasRoom = async (bytes: number): Promise<boolean> => {
  const { usage, quota } = await estimate();
  return usage === undefined || quota === undefined || usage + bytes + spare <= quota;
};

/** Whether less than half of what the browser allows is in use once so many bytes have come. */
export const leavesHalf = async (bytes: number): Promise<boolean> => {
  const { usage, quota } = await estimate();
  return usage === undefined || quota === undefined || usage + bytes < quota / 2;
};

/** Whether as much again fits as all that is kept here now. */
export const hasRoomTwice = async (): Promise<boolean> => {
  const { usage } = await estimate();
  return usage === undefined || hasRoom(usage * 1.1);
};

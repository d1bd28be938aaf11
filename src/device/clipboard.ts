/** Puts `text` on the clipboard. False when the browser refuses; the screen then shows the text to be copied by hand. */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** Overwrites what was copied. A space, since some systems take an empty text for "no change". What a keyboard or another device kept stays. */
export const clearClipboard = (): Promise<boolean> => copy(" ");

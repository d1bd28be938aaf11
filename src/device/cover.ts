/**
 * A plain sheet over the whole page, dialogs included: it lies in the browser's top layer where there is one. Focus stays where it is, so
 * that a person who comes back goes on typing. For the app switcher and for the moment before a woken page is checked.
 */
export interface Cover {
  readonly show: () => void;
  readonly hide: () => void;
}

export const createCover = (page: Document): Cover => {
  const sheet = page.createElement("div");
  sheet.setAttribute("aria-hidden", "true");
  // Set one by one: the policy forbids style attributes, not the style object.
  for (const [name, value] of [
    ["position", "fixed"],
    ["inset", "0"],
    ["width", "100vw"],
    ["height", "100vh"],
    ["max-width", "none"],
    ["max-height", "none"],
    ["margin", "0"],
    ["padding", "0"],
    ["border", "0"],
    ["background", "Canvas"],
    ["z-index", "2147483647"],
  ] as const)
    sheet.style.setProperty(name, value);
  const hasTopLayer = "showPopover" in sheet;
  if (hasTopLayer) sheet.popover = "manual";
  return {
    show: () => {
      if (!sheet.isConnected) page.documentElement.append(sheet);
      // Shown anew each time, so that it lies above a dialog opened since.
      if (hasTopLayer) {
        if (sheet.matches(":popover-open")) sheet.hidePopover();
        sheet.showPopover();
      }
    },
    hide: () => sheet.remove(),
  };
};

/** Takes everything out of the page at once, sound too. There is no way back but loading it again. */
export const emptyPage = (page: Document): void => {
  // A media element that has left the page would play on.
  for (const media of page.querySelectorAll<HTMLMediaElement>("audio, video")) media.pause();
  page.title = "";
  page.body.replaceChildren();
};

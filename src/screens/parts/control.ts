/**
 * On every control, without exception: text in plain fields was found in the browser's session files, spell-check and translation
 * send it to servers, and keyboards learn it.
 */
export const quiet = {
  autocomplete: "off",
  // In this spelling it is set as an attribute: as a property it is a boolean in Chromium, where "off" would mean on.
  autoCorrect: "off",
  autocapitalize: "none",
  spellcheck: false,
  translate: false,
} as const;

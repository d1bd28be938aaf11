import type { Words } from "../types.ts";

/** Looking at kept files that are no pictures: film, sound, pages, text. */
export const viewing = {
  "viewing.film-muted": "It starts without sound. You can turn the sound on in the player.",
  "viewing.sound-first": "You will hear it when you press play. Turn the sound down first if someone is near.",
  "viewing.cannot-play": "This browser cannot play this kind of file. It is kept just as it came.",
  "viewing.cannot-picture":
    "This browser cannot show {type} pictures. The file is kept just as it came. Another browser or device may show it.",
  "viewing.words": "The text of the file, as it is. Nothing in it is opened or loaded.",
  "viewing.no-words": "This file is not text that can be shown. It is kept just as it came.",
} as const satisfies Words;

import { hex } from "../lib/bytes.ts";
import { mediaFolder, parseMediaQuestion, pieceBytes, type MediaAnswer, type MediaSource, type OpenMedia } from "../lib/media.ts";

/** The system's own player controls (lock screen, notifications, headsets) show the app's neutral name and can do nothing. */
const sayNothingOutside = (view: Window, title: string): void => {
  if (!("mediaSession" in view.navigator)) return;
  view.navigator.mediaSession.metadata = title === "" ? null : new MediaMetadata({ title });
  view.navigator.mediaSession.playbackState = "none";
};

/**
 * Gives what the service worker asks for (`sw/media.ts`) as long as it is open. Null where no service worker guards this page: then the
 * address would go out to the host.
 */
export const createMedia = (view: Window): ((source: MediaSource) => OpenMedia | null) => {
  const { serviceWorker } = view.navigator;
  const open = new Map<string, MediaSource>();

  const answer = async (token: string, from: number): Promise<MediaAnswer> => {
    const source = open.get(token);
    if (source === undefined) return null;
    const { type, size } = source;
    if (from >= size) return { type, size, bytes: new ArrayBuffer(0) };
    const piece = await source.read(Math.floor(from / pieceBytes));
    // It may have been closed while it was read.
    if (piece === null || !open.has(token)) return null;
    return { type, size, bytes: piece.slice(from % pieceBytes) };
  };

  const listen = ({ data, ports }: MessageEvent): void => {
    const question = parseMediaQuestion(data);
    const port = ports[0];
    if (question === undefined || port === undefined) return;
    void answer(question.token, question.from)
      .catch(() => null)
      .then((found) => port.postMessage(found, found === null ? [] : [found.bytes]));
  };

  let isListening = false;
  return (source) => {
    // Missing without https, whatever the types say.
    if (!("serviceWorker" in view.navigator) || serviceWorker.controller === null) return null;
    if (!isListening) {
      serviceWorker.addEventListener("message", listen);
      serviceWorker.startMessages();
      isListening = true;
    }
    const token = hex(crypto.getRandomValues(new Uint8Array(16)));
    open.set(token, source);
    sayNothingOutside(view, view.document.title);
    return {
      url: new URL(`${mediaFolder}${token}`, view.document.baseURI).href,
      end: () => {
        open.delete(token);
        if (open.size === 0) sayNothingOutside(view, "");
      },
    };
  };
};

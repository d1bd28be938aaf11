import type { ParsedChat } from "./types.ts";

/** How Android names what it exports, whatever the phone's language. */
const androidFile = /^\u200E?((?:IMG|VID|PTT|AUD|STK|DOC|GIF)-\d{8}-WA\d{1,8}\.\w{1,8}) \([^()\n]{1,60}\)(?:\n|$)/u;
/** Documents keep their own names; then the words in brackets have to be WhatsApp's. */
const androidDocument =
  /^\u200E?([^\n]{1,255}\.\w{1,8}) \((?:file attached|Datei angehängt|fichier joint|archivo adjunto|file allegato|arquivo anexado|ficheiro anexado|bestand bijgevoegd|plik dołączony|bifogad fil|vedhæftet fil|fil vedlagt|файл добавлен|dosya ekli|फ़ाइल अटैच है|ملف مرفق)\)(?:\n|$)/u;
/** iOS writes `<attached: name>` in the phone's language behind a mark that nobody types. */
const ios = /\u200E<[^:<>\n]{1,60}: ?([^<>\n]{1,255}\.\w{1,8})>/u;
const iosEnglish = /^<attached: ([^<>\n]{1,255})>$/u;

/** Name of the file that a message carried, or null. The text itself stays as it is. */
export const attachmentOf = (text: string, shape: ParsedChat["shape"]): string | null => {
  const found =
    shape === "whatsapp-ios" ? (ios.exec(text) ?? iosEnglish.exec(text)) : (androidFile.exec(text) ?? androidDocument.exec(text));
  return found?.[1] ?? null;
};

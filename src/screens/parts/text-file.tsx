import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { readRange, type Viewed } from "../../app/viewing.ts";
import { Button } from "./button.tsx";
import { useT } from "./context.tsx";
import { UserText } from "./text.tsx";
import { Uncover } from "./uncover.tsx";
import "../style/viewing.css";

/** Bytes of text on the screen at a time; even, so that no UTF-16 unit is cut. */
const partBytes = 12 * 1024;

const encodings = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
] as const;

/** Text by its byte order mark, else UTF-8, else what a browser takes an unknown page for. Always text: never rendered, so a wrong letter does no harm. */
const decode = (start: Uint8Array, bytes: Uint8Array<ArrayBuffer>): string => {
  const marked = encodings.find(([, mark]) => mark.every((byte, i) => start[i] === byte))?.[0];
  const text = new TextDecoder(marked ?? "utf-8").decode(bytes);
  // A part begins and ends within a letter; more broken letters than those mean that it is not UTF-8.
  const broken = text.split("\uFFFD").length - 1;
  const read = marked === undefined && broken > 6 ? new TextDecoder("windows-1252").decode(bytes) : text;
  return read.replaceAll("\r\n", "\n");
};

interface TextFileProps {
  readonly file: Viewed;
  readonly label: string;
}

const Parts = ({ file, label, onFailed }: TextFileProps & { readonly onFailed: () => void }): VNode => {
  const t = useT();
  const [part, setPart] = useState(0);
  const [text, setText] = useState<string | null>(null);
  const parts = Math.max(1, Math.ceil(file.size / partBytes));
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const [start, bytes] = [await readRange(file, 0, 2), await readRange(file, part * partBytes, (part + 1) * partBytes)];
      if (left) return;
      if (start === null || bytes === null) onFailed();
      else setText(decode(start, bytes));
    };
    void read();
    return () => {
      left = true;
    };
  }, [part]);
  return (
    <>
      <figcaption class="quiet small">{t("viewing.words")}</figcaption>
      <div class="card kept-text">
        <UserText text={text ?? t("common.working")} />
      </div>
      {parts === 1 ? null : (
        <div class="message-pages" role="group" aria-label={label}>
          <p role="status">{t("messages.page", { page: part + 1, pages: parts })}</p>
          <Button kind="side" disabled={part === 0} onClick={() => setPart(part - 1)}>
            {t("messages.earlier-page")}
          </Button>
          <Button kind="side" disabled={part >= parts - 1} onClick={() => setPart(part + 1)}>
            {t("messages.later-page")}
          </Button>
        </div>
      )}
    </>
  );
};

/** A text, mail or saved page as the characters it consists of, behind a cover. */
export const TextFile = ({ file, label }: TextFileProps): VNode => {
  const t = useT();
  return (
    <Uncover type={file.type} size={file.size} label={label}>
      {(fail) => <Parts file={file} label={label} onFailed={() => fail(t("viewing.no-words"))} />}
    </Uncover>
  );
};

import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { useApp, useT } from "../parts/context.tsx";

export type Came = "import" | "paste" | "drop";

const filesOf = (from: DataTransfer | null): readonly File[] => [...(from?.files ?? [])];

/** Only its plain words: nothing that is pasted is ever read as a page. */
const textOf = (from: DataTransfer | null): string => from?.getData("text/plain") ?? "";

/** Files and words come in by the chooser, by pasting anywhere on the page, or by dropping them here. Nothing is read yet. */
export const DropZone = ({
  accept,
  label,
  busy,
  onGiven,
}: {
  readonly accept: string;
  readonly label: string;
  /** What was given is being looked at. */ readonly busy: boolean;
  /** `text`: what was pasted or dropped as words, alone or beside files; "" when nothing. */
  readonly onGiven: (files: readonly File[], came: Came, text: string) => void;
}): VNode => {
  const t = useT();
  const app = useApp();
  const [over, setOver] = useState(false);
  const given = useRef(onGiven);
  given.current = onGiven;
  useLayoutEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      // In a field, words are typed.
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const files = filesOf(event.clipboardData);
      const text = textOf(event.clipboardData);
      if (files.length === 0 && text.trim() === "") return;
      event.preventDefault();
      given.current(files, "paste", text);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
  const pick = async (): Promise<void> => {
    const files = await app.device.pickFiles(accept, true);
    if (files.length > 0) onGiven(files, "import", "");
  };
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = filesOf(event.dataTransfer);
        const text = textOf(event.dataTransfer);
        if (files.length > 0 || text.trim() !== "") onGiven(files, "drop", text);
      }}
    >
      <Button busy={busy} onClick={() => void pick()}>
        {busy ? t("intake.sorting") : label}
      </Button>
      <p class="quiet small">{t("picture.paste-or-drop")}</p>
    </div>
  );
};

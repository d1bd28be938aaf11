import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { useApp, useT } from "../parts/context.tsx";

export type Came = "import" | "paste" | "drop";

const filesOf = (from: DataTransfer | null): readonly File[] => [...(from?.files ?? [])];

/** Files come in by the chooser, by pasting anywhere on the page, or by dropping them here. Nothing is read yet. */
export const DropZone = ({
  accept,
  onFiles,
}: {
  readonly accept: string;
  readonly onFiles: (files: readonly File[], came: Came) => void;
}): VNode => {
  const t = useT();
  const app = useApp();
  const [over, setOver] = useState(false);
  const given = useRef(onFiles);
  given.current = onFiles;
  useLayoutEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = filesOf(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      given.current(files, "paste");
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
  const pick = async (): Promise<void> => {
    const files = await app.device.pickFiles(accept, true);
    if (files.length > 0) onFiles(files, "import");
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
        if (files.length > 0) onFiles(files, "drop");
      }}
    >
      <Button onClick={() => void pick()}>{t("now.do-capture")}</Button>
      <p class="quiet small">{t("picture.paste-or-drop")}</p>
    </div>
  );
};

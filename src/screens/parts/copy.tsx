import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { useApp, useT } from "./context.tsx";

export interface CopyProps {
  readonly text: string;
  /** What a screen reader says, where several can be copied. */
  readonly label?: string;
}

/** Copies a text, says so, and then offers to clear the clipboard, which some systems keep and pass on. To stand among other actions. */
export const Copy = ({ text, label }: CopyProps): VNode => {
  const t = useT();
  const app = useApp();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const done = await app.device.copy(text);
    setCopied(done);
    app.say(done ? { tone: "info", key: "common.copied" } : { tone: "problem", key: "common.copy-failed" });
  };
  const clear = async (): Promise<void> => {
    if (!(await app.device.clearClipboard())) return;
    setCopied(false);
    app.say({ tone: "done", key: "common.cleared" });
  };
  return (
    <>
      <Button kind="link" {...(label === undefined ? {} : { label })} onClick={() => void copy()}>
        {t("common.copy")}
      </Button>
      {copied ? (
        <Button kind="link" onClick={() => void clear()}>
          {t("common.clear-clipboard")}
        </Button>
      ) : null}
    </>
  );
};

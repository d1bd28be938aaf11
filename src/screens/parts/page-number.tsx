import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { useT } from "./context.tsx";
import { Field } from "./field.tsx";

interface PageNumberProps {
  readonly count: number;
  readonly disabled: boolean;
  readonly onGo: (page: number) => void;
}

/** To any page of a long document. */
export const PageNumber = ({ count, disabled, onGo }: PageNumberProps): VNode => {
  const t = useT();
  const [text, setText] = useState("");
  const page = /^\s*\d{1,5}\s*$/u.test(text) ? Number(text) : 0;
  const isThere = page >= 1 && page <= count;
  const go = (): void => {
    if (!isThere || disabled) return;
    setText("");
    onGo(page);
  };
  return (
    <div class="page-go">
      <Field label={t("viewing.page-field")} value={text} onValue={setText} onEnter={go} />
      <Button kind="side" disabled={!isThere || disabled} onClick={go}>
        {t("viewing.page-go")}
      </Button>
    </div>
  );
};

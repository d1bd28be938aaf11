import type { ComponentChildren, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { useT, useTag } from "./context.tsx";
import { sizeWords } from "./dates.ts";

export interface UncoverProps {
  /** Media type by content, e.g. `image/png`. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** What it is, for a screen reader: never what it shows. */
  readonly label: string;
  /** Drawn after a tap. `fail` covers it again, with these words. */
  readonly children: (fail: (words: string) => void) => ComponentChildren;
}

export const shortType = (type: string): string => (type.split("/")[1] ?? type).replace("jpeg", "jpg").replace("x-", "").toUpperCase();

/** A kept file that is grey, with type and size, until tapped; covered again on leaving the screen or hiding the page. */
export const Uncover = ({ type, size, label, children }: UncoverProps): VNode => {
  const t = useT();
  const tag = useTag();
  const [isShown, setShown] = useState(false);
  const [failed, setFailed] = useState("");

  useEffect(() => {
    if (!isShown) return undefined;
    const cover = (): void => setShown(false);
    document.addEventListener("visibilitychange", cover);
    return () => document.removeEventListener("visibilitychange", cover);
  }, [isShown]);

  if (isShown)
    return (
      <figure class="picture">
        {children((words) => {
          setFailed(words);
          setShown(false);
        })}
        <Button kind="link" onClick={() => setShown(false)}>
          {t("common.cover-again")}
        </Button>
      </figure>
    );
  return (
    <button
      type="button"
      class="covered"
      onClick={() => {
        setFailed("");
        setShown(true);
      }}
    >
      <span class="visually-hidden">{label}. </span>
      {failed === "" ? t("common.covered", { type: shortType(type), size: sizeWords(tag, size) }) : failed}
    </button>
  );
};

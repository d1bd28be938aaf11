import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useT } from "./context.tsx";
import { drawPicture } from "./picture.ts";
import { shortType, Uncover } from "./uncover.tsx";

export interface CoveredProps {
  /** Media type by content, e.g. `image/png`. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Decrypts the file; null when it cannot be read. Asked only after a tap. */
  readonly bytes: () => Promise<ArrayBuffer | null>;
  /** What it is, for a screen reader: never the picture's content. */
  readonly label: string;
}

const Drawn = ({ type, bytes, label, fail }: CoveredProps & { readonly fail: (words: string) => void }): VNode => {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const target = canvas.current;
    let left = false;
    const hasLeft = (): boolean => left;
    // A canvas of no size holds no pixels.
    const empty = (): void => {
      if (target !== null) target.width = 0;
    };
    const draw = async (): Promise<void> => {
      const data = await bytes();
      if (hasLeft() || target === null) return;
      const words = data === null ? t("common.cannot-show") : t("viewing.cannot-picture", { type: shortType(type) });
      const isDrawn = data !== null && (await drawPicture(target, data, type));
      if (hasLeft()) empty();
      else if (!isDrawn) fail(words);
    };
    void draw();
    return () => {
      left = true;
      empty();
    };
  }, []);
  return <canvas ref={canvas} role="img" aria-label={label} />;
};

/** A picture that is grey, with type and size, until tapped, and covered again on leaving the screen or hiding the page. */
export const Covered = (props: CoveredProps): VNode => (
  <Uncover type={props.type} size={props.size} label={props.label}>
    {(fail) => <Drawn {...props} fail={fail} />}
  </Uncover>
);

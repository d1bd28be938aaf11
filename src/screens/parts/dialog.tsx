import type { ComponentChildren, VNode } from "preact";
import { useApp, useT } from "./context.tsx";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Asks before something that leaves the app or destroys. Nothing around it can be reached, so it has a Leave of its own. Escape closes it; the browser keeps focus inside and gives it back. */
export const Dialog = ({ title, onClose, children }: DialogProps): VNode => {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const app = useApp();
  const t = useT();
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} class="dialog" aria-labelledby={id} onCancel={(e) => (e.preventDefault(), onClose())}>
      <p class="dialog-leave">
        <button type="button" class="round leave" onClick={app.leave}>
          {t("common.leave")}
        </button>
      </p>
      <h2 id={id} class="small-head">
        {title}
      </h2>
      {children}
    </dialog>
  );
};

import type { VNode } from "preact";
import { useT } from "./context.tsx";
import { Button } from "./button.tsx";

export interface ProgressBarProps {
  readonly label: string;
  /** null: it is not known how far it is. */
  readonly done: number | null;
  readonly total: number;
  /** How long it may still take; not said aloud, since it changes. */ readonly left?: string;
  readonly onStop?: () => void;
}

/** Long work: how far, and a way to stop. */
export const ProgressBar = ({ label, done, total, left, onStop }: ProgressBarProps): VNode => {
  const t = useT();
  return (
    <div class="progress" role="group" aria-label={label}>
      <p role="status">{label}</p>
      {done === null ? <progress aria-label={label} /> : <progress aria-label={label} value={done} max={total} />}
      {left === undefined ? null : <p class="quiet small">{left}</p>}
      {onStop === undefined ? null : (
        <Button kind="link" onClick={onStop}>
          {t("common.stop")}
        </Button>
      )}
    </div>
  );
};

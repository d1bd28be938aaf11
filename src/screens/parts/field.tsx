import type { TargetedInputEvent, TargetedKeyboardEvent, VNode } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { useApp, useT } from "./context.tsx";
import { quiet } from "./control.ts";

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  /** A sentence; shown in red below and read with the field. */
  readonly problem?: string | null;
  /** text: one line · lines: several · secret: hidden until "Show" · address · search · when: date and time, local. */
  readonly kind?: "text" | "lines" | "secret" | "address" | "search" | "when";
  /** Pressed Enter in a one-line field. */
  readonly onEnter?: () => void;
  readonly labelHidden?: boolean;
  readonly rows?: number;
}

/**
 * A text field. A secret is not `type="password"`: browsers offer to keep those and sync them; it is text that the style hides.
 * Text is never trimmed or changed here.
 */
export const Field = ({
  label,
  value,
  onValue,
  hint,
  problem = null,
  kind = "text",
  onEnter,
  labelHidden = false,
  rows = 5,
}: FieldProps): VNode => {
  const id = useId();
  const t = useT();
  const [shown, setShown] = useState(false);
  const described = [hint === undefined ? "" : `${id}h`, problem === null ? "" : `${id}p`].filter((s) => s !== "").join(" ");
  const common = {
    ...quiet,
    id,
    value,
    "aria-invalid": problem !== null,
    ...(described === "" ? {} : { "aria-describedby": described }),
  };
  const line = {
    ...common,
    inputMode: kind === "address" ? "url" : "text",
    class: kind === "secret" && !shown ? "masked" : "",
    dir: kind === "address" ? "ltr" : "auto",
    placeholder: labelHidden ? label : "",
    onInput: (e: TargetedInputEvent<HTMLInputElement>) => onValue(e.currentTarget.value),
    onKeyDown: (e: TargetedKeyboardEvent<HTMLInputElement>) => {
      if (e.key === "Enter" && !e.isComposing) onEnter?.();
    },
  } as const;
  return (
    <div class="field">
      <label class={labelHidden ? "visually-hidden" : "label"} for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      {kind === "lines" ? (
        <textarea {...common} rows={rows} dir="auto" onInput={(e) => onValue(e.currentTarget.value)} />
      ) : (
        <div class="field-line">
          {kind === "search" ? <input {...line} type="search" /> : null}
          {kind === "when" ? <input {...line} type="datetime-local" /> : null}
          {kind === "search" || kind === "when" ? null : <input {...line} type="text" />}
          {kind === "secret" ? (
            <button type="button" class="button link" aria-pressed={shown} onClick={() => setShown(!shown)}>
              {t(shown ? "common.hide" : "common.show")}
            </button>
          ) : null}
        </div>
      )}
      {problem === null ? null : (
        <p class="problem" id={`${id}p`}>
          {problem}
        </p>
      )}
    </div>
  );
};

/** Text that survives locking and a killed tab: `[text, setText]`. `field` names it within the case; setting "" forgets it. */
export const useDraft = (field: string): readonly [string, (text: string) => void] => {
  const app = useApp();
  const [text, setText] = useState(() => app.draft(field));
  useEffect(() => setText(app.draft(field)), [app, field]);
  return [
    text,
    (next) => {
      setText(next);
      app.keepDraft(field, next);
    },
  ];
};

import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";
import { quiet } from "./control.ts";

export interface CheckItem {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** ok: green tick · missing: open, said in amber · fail: red cross · open: neither. */
  readonly state: "ok" | "missing" | "fail" | "open";
  /** The state in words, for those who do not see the mark. */
  readonly said: string;
}

/** Required parts, or checks that were made. Not for ticking. */
export const Checklist = ({ items, label }: { readonly items: readonly CheckItem[]; readonly label?: string }): VNode => (
  <ul class="card checklist" aria-label={label}>
    {items.map((item) => (
      <li key={item.id} class={`check ${item.state}`}>
        <span class={`mark ${item.state === "ok" ? "done" : item.state}`} aria-hidden="true">
          {item.state === "ok" ? <Icon name="tick" /> : item.state === "fail" ? <Icon name="cross" /> : null}
        </span>
        <span class="row-text">
          <span class="row-title">
            {item.title}
            <span class="visually-hidden">: {item.said}</span>
          </span>
          {item.detail === undefined ? null : <span class="row-detail">{item.detail}</span>}
        </span>
      </li>
    ))}
  </ul>
);

export interface TickProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ComponentChildren;
  readonly detail?: ComponentChildren;
  readonly disabled?: boolean;
}

/** A box to tick, with its words as the target. */
export const Tick = ({ checked, onChange, children, detail, disabled = false }: TickProps): VNode => (
  <label class="tick">
    <input type="checkbox" {...quiet} checked={checked} disabled={disabled} onChange={(e) => onChange(e.currentTarget.checked)} />
    <span class="row-text">
      <span class="row-title">{children}</span>
      {detail === undefined ? null : <span class="row-detail">{detail}</span>}
    </span>
  </label>
);

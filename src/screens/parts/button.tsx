import type { ComponentChildren, VNode } from "preact";

export interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  /** main: one per screen · side: outlined · link: words only · danger: destroys something. */
  readonly kind?: "main" | "side" | "link" | "danger";
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly label?: string;
  readonly expanded?: boolean;
}

/** A busy button stays where it is and keeps focus; it only stops acting. */
export const Button = ({ onClick, children, kind = "main", disabled = false, busy = false, label, expanded }: ButtonProps): VNode => (
  <button
    type="button"
    class={`button ${kind}`}
    disabled={disabled}
    aria-busy={busy}
    aria-disabled={busy || disabled}
    aria-expanded={expanded}
    aria-label={label}
    onClick={() => {
      if (!busy) onClick();
    }}
  >
    {children}
  </button>
);

/** Small actions in a line below the main one. */
export const Actions = ({ children }: { readonly children: ComponentChildren }): VNode => <div class="actions">{children}</div>;

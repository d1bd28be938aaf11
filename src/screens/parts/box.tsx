import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";

type Kids = { readonly children: ComponentChildren };

/** White surface with a line around it. */
export const Card = ({ children }: Kids): VNode => <div class="card">{children}</div>;

/** Quiet wash: something to know, no action. `amber`: something to mind first. */
export const Aside = ({ title, tone = "wash", children }: Kids & { readonly title?: string; readonly tone?: "wash" | "amber" }): VNode => (
  <aside class={`aside ${tone}`}>
    {title === undefined ? null : <h2 class="small-head">{title}</h2>}
    {children}
  </aside>
);

/** A titled part of a page. */
export const Section = ({ title, children }: Kids & { readonly title: ComponentChildren }): VNode => (
  <section class="section">
    <h2 class="section-head">{title}</h2>
    {children}
  </section>
);

/** A card that is a list of rows. */
export const Rows = ({ children, label }: Kids & { readonly label?: string }): VNode => (
  <ul class="rows" aria-label={label}>
    {children}
  </ul>
);

export interface RowProps {
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** Pills below the detail. */
  readonly pills?: ComponentChildren;
  /** At the end of the line: a count or a pill. */
  readonly end?: ComponentChildren;
  /** A round mark at the start: open circle, or tick. */
  readonly mark?: "open" | "done";
  readonly onClick?: () => void;
}

/** One line of a list; a button when it leads somewhere. */
export const Row = ({ title, detail, pills, end, mark, onClick }: RowProps): VNode => {
  const inside = (
    <>
      {mark === undefined ? null : (
        <span class={`mark ${mark}`} aria-hidden="true">
          {mark === "done" ? <Icon name="tick" /> : null}
        </span>
      )}
      <span class="row-text">
        <span class="row-title">{title}</span>
        {detail === undefined ? null : <span class="row-detail">{detail}</span>}
        {pills === undefined ? null : <span class="row-pills">{pills}</span>}
      </span>
      {end === undefined ? null : <span class="row-end">{end}</span>}
      {onClick === undefined ? null : <Icon name="chevron" flip />}
    </>
  );
  return (
    <li class="row">
      {onClick === undefined ? (
        <div class="row-inside">{inside}</div>
      ) : (
        <button type="button" class="row-inside" onClick={onClick}>
          {inside}
        </button>
      )}
    </li>
  );
};

export type Tone = "teal" | "amber" | "green" | "red" | "plain";

/** A state in words on a tint; the words carry it, not the colour. */
export const Pill = ({ tone = "plain", children }: Kids & { readonly tone?: Tone }): VNode => (
  <span class={`pill ${tone}`}>{children}</span>
);

/** What belongs here, and the one action. */
export const EmptyState = ({ children, action }: Kids & { readonly action?: VNode }): VNode => (
  <div class="empty">
    <p>{children}</p>
    {action ?? null}
  </div>
);

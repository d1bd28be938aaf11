import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from "@tanstack/virtual-core";
import type { VNode } from "preact";
import { useContext, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { FrameContext } from "../parts/page.tsx";

export interface VirtualRowsProps<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Expected height in px, until a row has been measured. */
  readonly guess: (row: T) => number;
  /** What stands inside the row's list item. */
  readonly draw: (row: T) => VNode;
  readonly classOf: (row: T) => string;
  readonly label: string;
}

/** Rows drawn beyond what is in sight, on either side. */
const OVERSCAN = 8;

const sizing = <T,>({ rows, keyOf, guess }: VirtualRowsProps<T>) => {
  const at = (index: number): T => {
    const row = rows[index];
    if (row === undefined) throw new Error("a row outside the list");
    return row;
  };
  return {
    count: rows.length,
    estimateSize: (index: number) => guess(at(index)),
    getItemKey: (index: number) => keyOf(at(index)),
    overscan: OVERSCAN,
  };
};

/** Up to so many rows are all drawn: nothing below them moves under a finger while heights are found out. */
const WHOLE = 200;

/** A list; of a long one only the rows in sight are in the page. */
export const VirtualRows = <T,>(props: VirtualRowsProps<T>): VNode =>
  props.rows.length > WHOLE ? <WindowedRows {...props} /> : <WholeRows {...props} />;

const WholeRows = <T,>({ rows, keyOf, draw, classOf, label }: VirtualRowsProps<T>): VNode => (
  <ul class="virtual-rows" aria-label={label}>
    {rows.map((row, index) => (
      <li key={keyOf(row)} class={classOf(row)} aria-posinset={index + 1} aria-setsize={rows.length}>
        {draw(row)}
      </li>
    ))}
  </ul>
);

/**
 * It scrolls with the window, or with the pane that stands beside a detail. The rows before and after are one empty item each, so that the scroll
 * bar is right.
 */
const WindowedRows = <T,>(props: VirtualRowsProps<T>): VNode => {
  const { rows, keyOf, draw, classOf, label } = props;
  const { beside } = useContext(FrameContext);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef<HTMLLIElement>(null);
  const after = useRef<HTMLLIElement>(null);
  const [, redraw] = useState({});
  const top = useRef(0);
  const virtual = useMemo(() => {
    const onChange = (): void => redraw({});
    const empty = { count: 0, estimateSize: () => 0, onChange };
    return beside
      ? {
          kind: "pane" as const,
          list: new Virtualizer<Element, HTMLElement>({
            ...empty,
            getScrollElement: () => list.current?.closest(".pane-beside") ?? null,
            scrollToFn: elementScroll,
            observeElementRect,
            observeElementOffset,
          }),
        }
      : {
          kind: "window" as const,
          list: new Virtualizer<Window, HTMLElement>({
            ...empty,
            getScrollElement: () => window,
            initialOffset: () => window.scrollY,
            scrollToFn: windowScroll,
            observeElementRect: observeWindowRect,
            observeElementOffset: observeWindowOffset,
          }),
        };
  }, [beside]);

  const change = { ...sizing(props), scrollMargin: top.current };
  if (virtual.kind === "pane") virtual.list.setOptions({ ...virtual.list.options, ...change });
  else virtual.list.setOptions({ ...virtual.list.options, ...change });

  useLayoutEffect(() => virtual.list._didMount(), [virtual]);
  useLayoutEffect(() => {
    virtual.list._willUpdate();
    const element = list.current;
    if (element === null) return;
    const scroller = element.closest(".pane-beside");
    const start =
      beside && scroller !== null
        ? element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
        : element.getBoundingClientRect().top + window.scrollY;
    if (Math.abs(start - top.current) > 1) {
      top.current = start;
      redraw({});
    }
  });

  const items = virtual.list.getVirtualItems();
  // Empty space before and after the drawn rows, in px.
  const drawn = {
    before: (items[0]?.start ?? top.current) - top.current,
    after: virtual.list.getTotalSize() - ((items.at(-1)?.end ?? top.current) - top.current),
  };
  useLayoutEffect(() => {
    before.current?.style.setProperty("block-size", `${drawn.before}px`);
    after.current?.style.setProperty("block-size", `${Math.max(0, drawn.after)}px`);
  });
  return (
    <ul class="virtual-rows" ref={list} aria-label={label}>
      <li aria-hidden="true" ref={before} />
      {items.map(({ index }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <li
            key={keyOf(row)}
            data-index={index}
            class={classOf(row)}
            aria-posinset={index + 1}
            aria-setsize={rows.length}
            ref={(element) => virtual.list.measureElement(element)}
          >
            {draw(row)}
          </li>
        );
      })}
      <li aria-hidden="true" ref={after} />
    </ul>
  );
};

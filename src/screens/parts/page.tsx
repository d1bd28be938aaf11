import { createContext, type ComponentChildren, type VNode } from "preact";
import { useContext, useLayoutEffect, useRef } from "preact/hooks";

/** What a page tells the frame around it. `beside`: it is the list next to a detail and takes neither focus nor the bar. */
export interface Frame {
  readonly beside: boolean;
  /** False until the first screen has been shown: nothing takes focus when the page opens. */
  readonly moved: () => boolean;
  readonly setCrumb: (crumb: string | null) => void;
}
export const FrameContext = createContext<Frame>({ beside: false, moved: () => false, setCrumb: () => undefined });

/** The heading of a screen or of a step in it: takes focus when it appears or changes, so that a screen reader says where one is. */
export const Heading = ({ children }: { readonly children: string }): VNode => {
  const frame = useContext(FrameContext);
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (frame.beside || !frame.moved()) return;
    window.scrollTo(0, 0);
    ref.current?.focus({ preventScroll: true });
  }, [children, frame]);
  return frame.beside ? (
    <h2 class="heading">{children}</h2>
  ) : (
    <h1 class="heading" tabIndex={-1} ref={ref}>
      {children}
    </h1>
  );
};

export interface PageProps {
  readonly heading: string;
  /** One or two quiet sentences under the heading. */
  readonly lead?: ComponentChildren;
  /** Small words at the top left: where this belongs ("Links", "Report · 2 of 4"). Default: the section. */
  readonly crumb?: string;
  readonly children?: ComponentChildren;
}

/** Every screen is one of these. */
export const Page = ({ heading, lead, crumb, children }: PageProps): VNode => {
  const frame = useContext(FrameContext);
  useLayoutEffect(() => {
    if (!frame.beside) frame.setCrumb(crumb ?? null);
  }, [crumb, frame]);
  return (
    <div class="page">
      <Heading>{heading}</Heading>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {children}
    </div>
  );
};

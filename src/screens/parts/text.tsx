import type { VNode } from "preact";
import { useT } from "./context.tsx";

/**
 * What may not hide in somebody's own words: controls and what turns the reading direction. Joiners (U+200C, U+200D) hold emoji and some
 * scripts together, and the plain direction marks (U+200E, U+200F) stand in every chat export: neither can reorder what is isolated.
 */
const hiddenRe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

const codeOf = (char: string): string => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** In an address or a file name nothing at all may hide: every control, format and blank filler character, and halves of a pair. */
const hiddenInNameRe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]|\u034f/u;

/** An address or file name as plain text, for a list box or a label, with hidden characters spelled out. */
export const spelledOut = (text: string): string => text.replaceAll(new RegExp(hiddenInNameRe.source, "gu"), (char) => `⟨${codeOf(char)}⟩`);

/** Splits into plain runs and single hidden characters. */
const runs = (text: string, hidden: RegExp): readonly string[] =>
  text.split(new RegExp(`(${hidden.source})`, "u")).filter((run) => run !== "");

const Shown = ({ text, hidden = hiddenRe }: { readonly text: string; readonly hidden?: RegExp }): VNode => {
  const t = useT();
  return (
    <>
      {runs(text, hidden).map((run, i) =>
        hidden.test(run) ? (
          <span key={i} class="hidden-character" role="img" aria-label={t("common.hidden-character", { code: codeOf(run) })}>
            {codeOf(run)}
          </span>
        ) : (
          run
        ),
      )}
    </>
  );
};

export interface LinkTextProps {
  readonly text: string;
  /** Without "https://" and with the middle left out, for lists. */
  readonly short?: boolean;
}

const SHORT = 44;

/** An address as text, never as a link: left to right, kept apart from the words around it, hidden characters shown. */
export const LinkText = ({ text, short = false }: LinkTextProps): VNode => {
  const named = short ? text.replace(/^https:\/\//iu, "") : text;
  // By whole characters: half of a pair would be shown as a hidden one.
  const chars = short && named.length > SHORT ? Array.from(named) : [];
  const shown = chars.length > SHORT ? `${chars.slice(0, SHORT - 12).join("")}…${chars.slice(-10).join("")}` : named;
  return (
    <bdi class={short ? "address short" : "address"} dir="ltr" translate={false}>
      <Shown text={shown} hidden={hiddenInNameRe} />
    </bdi>
  );
};

/** Somebody's own words (a name, a caption, a message): own direction, own lines, hidden characters shown, nothing rendered. */
export const UserText = ({ text }: { readonly text: string }): VNode => (
  <bdi class="user-text" dir="auto" translate={false}>
    <Shown text={text} />
  </bdi>
);

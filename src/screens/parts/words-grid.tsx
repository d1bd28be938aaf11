import type { VNode } from "preact";

/** Words to be said or written down, numbered, in their order. */
export const WordsGrid = ({ words, label }: { readonly words: readonly string[]; readonly label: string }): VNode => (
  <ol class="words" aria-label={label} translate={false} lang="en">
    {words.map((word, i) => (
      <li key={i}>
        <span class="word-number" aria-hidden="true">
          {i + 1}
        </span>
        <span class="word">{word}</span>
      </li>
    ))}
  </ol>
);

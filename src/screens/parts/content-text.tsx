import type { VNode } from "preact";
import type { StepText } from "../../content/steps/index.ts";
import { useAppState } from "./context.tsx";

/** Words of the content (steps, reasons): in the person's language where it has them, else the English, marked as such. */
export const ContentText = ({ text }: { readonly text: StepText }): VNode => {
  const words = useAppState((s) => s.words);
  const own = words.content[text.key];
  return own === undefined ? <span lang="en">{text.english}</span> : <span>{own}</span>;
};

/** The same as a string, for headings and names. */
export const useContentText = (): ((text: StepText) => string) => {
  const words = useAppState((s) => s.words);
  return (text) => words.content[text.key] ?? text.english;
};

import type { VNode } from "preact";
import type { Step } from "../../workflow/step.ts";
import { ContentText } from "./content-text.tsx";

/** How a step is done: short sentences, one thing each, in order. */
export const How = ({ step }: { readonly step: Step }): VNode => (
  <ol class="numbered">
    {step.how.map((english, i) => (
      <li key={i}>
        <ContentText text={{ key: `step.${step.id}.how.${i}`, english }} />
      </li>
    ))}
  </ol>
);

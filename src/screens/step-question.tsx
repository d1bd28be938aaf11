import type { VNode } from "preact";
import type { Step } from "../workflow/step.ts";
import { useContentText } from "./parts/content-text.tsx";
import { splitSubject } from "./parts/subject.tsx";
import { FactForm } from "./question-form.tsx";
import { PictureAgeForm, PictureNameForm, PictureShowsForm, SiteForm } from "./question-other.tsx";

export interface StepQuestionProps {
  readonly step: Step;
  readonly subject: string;
  readonly onAnswered: () => void;
  readonly more?: VNode;
}

/** The question that a step asks, whatever it is about. The step's title stands above it. */
export const StepQuestion = ({ step, subject, onAnswered, more }: StepQuestionProps): VNode | null => {
  const words = useContentText();
  const { asks } = step;
  if (asks === undefined) return null;
  const legend = words({ key: `step.${step.id}.title`, english: step.title });
  const { id } = splitSubject(subject);
  if ("fact" in asks)
    return <FactForm fact={asks.fact} legend={legend} onAnswered={onAnswered} {...(more === undefined ? {} : { more })} />;
  if ("site" in asks) return <SiteForm site={id} facts={asks.site} onAnswered={onAnswered} />;
  if (asks.picture === "name") return <PictureNameForm onAnswered={onAnswered} />;
  if (asks.picture === "age") return <PictureAgeForm picture={id} legend={legend} onAnswered={onAnswered} />;
  return <PictureShowsForm picture={id} onAnswered={onAnswered} />;
};

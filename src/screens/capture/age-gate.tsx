import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ageOf } from "../../app/evidence-view.ts";
import { mediaVerdict } from "../../app/intake.ts";
import type { SubjectKey } from "../../case/events.ts";
import { useCase } from "../parts/context.tsx";
import { AgeFirst, NoMedia, WhichPicture } from "./which.tsx";

export interface AgeGateProps {
  /** What the person has said before about this page. */ readonly chosen: readonly string[];
  readonly about: readonly SubjectKey[];
  readonly crumb: string;
  /** Where to go on when no picture may come in; default: back. */ readonly onRefused?: () => void;
  /** Drawn only where such a file may come in. `pictures`: those seen in it. */ readonly children: (pictures: readonly string[]) => VNode;
}

/** Before a file is chosen or unpacked: which of the named pictures is in it, and how old everyone was. */
export const AgeGate = ({ chosen, about, crumb, onRefused, children }: AgeGateProps): VNode => {
  const { state } = useCase();
  const [pictures, setPictures] = useState<readonly string[] | null>(null);
  if (pictures === null) return <WhichPicture chosen={chosen} crumb={crumb} onChosen={setPictures} />;
  const unanswered =
    pictures.find((id) => ageOf(state, id) === "unanswered") ??
    (pictures.length > 0 ? undefined : [...state.pictures.keys()].find((id) => ageOf(state, id) === "unanswered"));
  if (unanswered !== undefined) return <AgeFirst picture={unanswered} crumb={crumb} />;
  const verdict = mediaVerdict(state, pictures, about);
  if (verdict !== "adult") return <NoMedia why={verdict} crumb={crumb} {...(onRefused === undefined ? {} : { onBack: onRefused })} />;
  return children(pictures);
};

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { presetFor, type Choices, type Prepared } from "../app/sharing.ts";
import type { Sealed } from "../app/types.ts";
import { useAppState, useApp, useCase, useT } from "./parts/context.tsx";
import { Cover } from "./share/cover.tsx";
import { Done } from "./share/done.tsx";
import { Preview } from "./share/preview.tsx";
import { What } from "./share/what.tsx";
import { Who } from "./share/who.tsx";
import "./style/share.css";

const steps = ["who", "cover", "what", "preview", "done"] as const;
type Step = (typeof steps)[number];

/** Five steps from a reader to a sealed file. Choices live here until the screen is left; the cover sheet is kept as drafts. */
export const Share = (): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const closed = useAppState((s) => s.view.at !== "unlocked");
  const [step, setStep] = useState<Step>("who");
  const [choices, setChoices] = useState<Choices | null>(null);
  const [result, setResult] = useState<{ readonly prepared: Prepared; readonly sealed: Sealed } | null>(null);
  const crumb = t("common.step-of", { section: t("common.nav-share"), step: steps.indexOf(step) + 1, steps: steps.length });
  const to = (next: Step) => () => {
    app.say(null);
    setStep(next);
  };

  if (step === "who" || choices === null || closed)
    return (
      <Who
        crumb={crumb}
        choices={choices}
        onChoose={(recipient, label) => {
          setChoices(choices?.recipient === recipient ? { ...choices, label } : presetFor(state, recipient, label));
          to("cover")();
        }}
      />
    );
  if (step === "cover")
    return <Cover crumb={crumb} onBack={to("who")} onNext={(cover) => (setChoices({ ...choices, cover }), to("what")())} />;
  if (step === "what") return <What crumb={crumb} choices={choices} onChange={setChoices} onBack={to("cover")} onNext={to("preview")} />;
  if (step === "preview" || result === null)
    return (
      <Preview
        crumb={crumb}
        choices={choices}
        onBack={to("what")}
        onSealed={(prepared, sealed) => {
          setResult({ prepared, sealed });
          to("done")();
        }}
      />
    );
  return <Done crumb={crumb} {...result} />;
};

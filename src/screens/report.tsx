import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { noticeFacts, offersFor, siteOf, type Claims, type Offer } from "../app/notices.ts";
import type { SubjectKey } from "../case/events.ts";
import { stepById } from "../content/steps/index.ts";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Hotline } from "./report/hotline.tsx";
import { About } from "./report/about.tsx";
import { Taken } from "./report/taken.tsx";
import { Send, type Sending } from "./report/send.tsx";
import { SiteFacts } from "./report/site-facts.tsx";
import { Which } from "./report/which.tsx";
import { Write } from "./report/write.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/share.css";

const steps = ["which", "about", "write", "send"] as const;
/** `taken` belongs to the first one. */
type Step = (typeof steps)[number] | "taken";

export const noClaims: Claims = {
  signature: "",
  contact: "",
  as: "depicted",
  media: "picture",
  intimate: false,
  recognisable: false,
  says: { noConsent: false, goodFaith: false, accurate: false, perjury: false },
};

/** What is reported: what the plan's action covers, or the one thing that was named. */
const useCovers = (params: ScreenProps["params"]): readonly SubjectKey[] => {
  const { plan, state } = useCase();
  return useMemo(() => {
    const action = plan.actions.find(({ step, subject }) => step === params["step"] && subject === params["subject"]);
    const report = state.reports.get(params["report"] ?? "");
    if (report !== undefined) return report.covers;
    if (action !== undefined && action.covers.length > 0) return action.covers;
    for (const kind of ["link", "place", "profile"] as const) {
      const id = params[kind];
      if (id !== undefined) return [`${kind}:${id}`];
    }
    const site = params["site"];
    return site === undefined ? [] : (state.sites.get(site)?.links ?? []).map((id) => `link:${id}`);
  }, [plan, state, params]);
};

/** Four steps: which way and who learns the name; what may be said; the text with its required parts; sent by the person, and the clock. */
export const Report = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const { state } = useCase();
  // Taken once: the plan moves on when the report is kept.
  const [covers] = useState(useCovers(params));
  const [step, setStep] = useState<Step>("which");
  const [offer, setOffer] = useState<Offer | null>(null);
  const [claims, setClaims] = useState<Claims>(noClaims);
  const [sending, setSending] = useState<Sending | null>(null);

  const planStep = params["step"] ?? "";
  const follows = params["report"] ?? null;
  const [first = ""] = covers;
  const firstId = first.slice(first.indexOf(":") + 1);
  const platform =
    state.links.get(firstId)?.platform ?? state.places.get(firstId)?.platform ?? state.profiles.get(firstId)?.platform ?? null;
  const asks = stepById(planStep)?.asks;
  if (asks !== undefined && "site" in asks) return <SiteFacts site={params["site"] ?? ""} facts={asks.site} />;

  const offers = offersFor(state, covers, platform, planStep, follows);
  const barred = offers.every((one) => one.barred === "under-18");
  if (planStep.endsWith("hotline") || (barred && covers.length > 0 && follows === null)) return <Hotline covers={covers} />;

  const crumb = t("common.step-of", {
    section: t("report.heading"),
    step: step === "taken" ? 1 : steps.indexOf(step) + 1,
    steps: steps.length,
  });
  const to = (next: Step) => () => {
    app.say(null);
    setStep(next);
  };
  const choose = (next: Step) => (chosen: Offer) => {
    setOffer(chosen);
    to(next)();
  };
  if (step === "which" || offer === null)
    return (
      <Which
        crumb={crumb}
        covers={covers}
        offers={offers}
        onChoose={(chosen) => choose(chosen.barred === "who-took-it" ? "taken" : "about")(chosen)}
        onAskAgain={choose("taken")}
      />
    );
  if (step === "taken")
    return <Taken crumb={crumb} covers={covers} onBack={to("which")} onAnswered={(own) => to(own ? "about" : "which")()} />;
  const facts = noticeFacts(state, covers, offer, claims, follows === null ? "" : (state.reports.get(follows)?.reference ?? ""));
  if (step === "about")
    return (
      <About crumb={crumb} offer={offer} facts={facts} claims={claims} onClaims={setClaims} onBack={to("which")} onNext={to("write")} />
    );
  if (step === "write" || sending === null)
    return (
      <Write
        crumb={crumb}
        offer={offer}
        facts={facts}
        draftName={`report:${offer.id}:${first}`}
        onBack={to("about")}
        onNext={(text, missing) => {
          setSending({ text, missing });
          to("send")();
        }}
      />
    );
  return (
    <Send
      crumb={crumb}
      offer={offer}
      covers={covers}
      site={siteOf(state, covers) || (offer.platform?.name ?? "")}
      follows={follows}
      sending={sending}
      draftName={`report:${offer.id}:${first}`}
      onBack={to("write")}
      onKept={(report) => go("follow-report", { report }, "replace")}
    />
  );
};

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { linkVerdict, mediaVerdict } from "../app/intake.ts";
import { timesGone } from "../app/links-view.ts";
import type { CaseState, Link, LinkCheck, Place } from "../case/state.ts";
import { NotThere } from "./link.tsx";
import { Address, DoNotOpen } from "./links/address.tsx";
import { Aside } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Choice } from "./parts/choice.tsx";
import { useApp, useAppState, useBack, useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { timeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/links.css";

const founds = ["gone", "still-there", "cant-tell"] as const;
const lookers = ["person", "helper", "hotline"] as const;
type Found = (typeof founds)[number];
type Looker = (typeof lookers)[number];

/** What was seen before, and what one more look would mean. */
const Before = ({ checks }: { readonly checks: readonly Pick<LinkCheck, "at" | "offset" | "found">[] }): VNode => {
  const t = useT();
  const tag = useTag();
  const { now } = useCase();
  const last = checks.at(-1);
  if (last === undefined) return <p class="quiet">{t("link.twice")}</p>;
  return (
    <p class="quiet">
      {t(`link.last-${last.found}`, { date: timeWords(tag, last.at, now, last.offset) })}{" "}
      {timesGone(checks) === 1 ? t("link.second-look") : t("link.twice")}
    </p>
  );
};

interface FormProps {
  readonly careful: boolean;
  readonly by: Looker | null;
  readonly setBy: (by: Looker) => void;
  readonly onSave: (found: Found, by: Looker) => Promise<void>;
}

/** What was found, and who looked; nothing preselected. Where somebody was under 18 only the hotline looks. */
const CheckForm = ({ careful, by, setBy, onSave }: FormProps): VNode => {
  const t = useT();
  const [found, setFound] = useState<Found | null>(null);
  const looker = careful ? "hotline" : by;
  return (
    <>
      <Choice
        legend={t(careful ? "link.hotline-found" : "link.what-found")}
        options={founds.map((value) => ({
          value,
          label: t(`link.found-${value}`),
          ...(value === "gone" ? { hint: t("link.found-gone-hint") } : {}),
        }))}
        value={found}
        onChange={setFound}
      />
      {careful ? null : (
        <Choice
          as="line"
          legend={t("link.who-looked")}
          options={lookers.map((value) => ({ value, label: t(`link.by-${value}`) }))}
          value={by}
          onChange={setBy}
        />
      )}
      <Button
        disabled={found === null || looker === null}
        onClick={() => {
          if (found !== null && looker !== null) void onSave(found, looker);
        }}
      >
        {t("common.save")}
      </Button>
    </>
  );
};

const HowToLook = (): VNode => {
  const t = useT();
  return (
    <Aside title={t("link.look-safely")}>
      <ul class="bullets">
        <li>{t("link.look-helper")}</li>
        <li>{t("link.look-private")}</li>
        <li>{t("link.look-login")}</li>
      </ul>
    </Aside>
  );
};

/** The links that this visit is about, in their order: one, those of an action, or those of its site. */
const linksFor = (state: CaseState, params: Readonly<Record<string, string>>, covers: readonly string[]): readonly Link[] => {
  const one = state.links.get(params["link"] ?? "");
  const covered = covers.flatMap((key) => (key.startsWith("link:") ? (state.links.get(key.slice("link:".length)) ?? []) : []));
  return covered.length > 0 || one === undefined ? covered : [one];
};

const PlaceCheck = ({ place }: { readonly place: Place }): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const back = useBack();
  const [by, setBy] = useState<Looker | null>(null);
  const careful = mediaVerdict(state, [], [`place:${place.id}`]) !== "adult";
  return (
    <Page heading={t("link.place-check")} crumb={t("case.places")}>
      <p>
        <UserText text={place.name} />
      </p>
      <Before checks={place.checks} />
      <Aside>
        <p>{t("link.never-join")}</p>
      </Aside>
      {careful ? <DoNotOpen /> : null}
      <CheckForm
        careful={careful}
        by={by}
        setBy={setBy}
        onSave={async (found, looker) => {
          if (await app.act({ do: "check-place", place: place.id, found, by: looker })) back();
        }}
      />
    </Page>
  );
};

/** Is it gone? One link after another; it counts as gone when it was seen gone twice, on different days. */
const LinkCheckScreen = ({ links }: { readonly links: readonly Link[] }): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const route = useAppState((s) => s.route);
  const { state } = useCase();
  const [at, setAt] = useState(0);
  const [by, setBy] = useState<Looker | null>(null);
  // What was looked at leaves the plan; the list of this visit stays as it was when it began.
  const [ids] = useState(() => links.map(({ id }) => id));
  const link = state.links.get(ids[at] ?? "");
  if (link === undefined) return <NotThere list="links" />;
  const careful = linkVerdict(state, link.id) !== "adult";
  const next = (): void => {
    if (at + 1 < ids.length) setAt(at + 1);
    // Who has gone on while it was written is not called away.
    else if (app.state().route !== route) return;
    else if (ids.length > 1) go("now", {}, "replace");
    else app.back();
  };
  const crumb = ids.length > 1 ? t("common.step-of", { section: t("case.links"), step: at + 1, steps: ids.length }) : t("case.links");
  return (
    <Page heading={t(careful ? "link.check-hotline" : "link.check")} crumb={crumb}>
      <Address key={link.id} text={link.text} host={link.host} careful={careful} />
      <Before checks={link.checks} />
      {careful ? null : <HowToLook />}
      <CheckForm
        key={`form ${link.id}`}
        careful={careful}
        by={by}
        setBy={setBy}
        onSave={async (found, looker) => {
          if (await app.act({ do: "check-link", link: link.id, found, by: looker })) next();
        }}
      />
      {at + 1 < ids.length ? (
        <Actions>
          <Button kind="link" onClick={next}>
            {t("link.skip-one")}
          </Button>
        </Actions>
      ) : null}
    </Page>
  );
};

/** What was found at a link, a site's links or a group. */
export const CheckLink = ({ params }: ScreenProps): VNode => {
  const { state, plan } = useCase();
  const place = state.places.get(params["place"] ?? "");
  const isPlace =
    place !== undefined &&
    (params["subject"] ?? "place:").startsWith("place:") &&
    !(params["link"] !== undefined && params["subject"] === undefined);
  if (isPlace) return <PlaceCheck place={place} />;
  const action = plan.actions.find(({ step, subject }) => step === params["step"] && subject === params["subject"]);
  return <LinkCheckScreen links={linksFor(state, params, action?.covers ?? [])} />;
};

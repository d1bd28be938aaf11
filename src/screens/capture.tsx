import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ageOf } from "../app/evidence-view.ts";
import { mediaVerdict, picturesAt, type FileClaims } from "../app/intake.ts";
import type { Incoming } from "../app/shared.ts";
import type { EvidenceRole, SubjectKey } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import { stepById } from "../content/steps/index.ts";
import { Details } from "./capture/details.tsx";
import { DropZone } from "./capture/drop-zone.tsx";
import { ShowHow } from "./capture/show-how.tsx";
import { AgeFirst, NoMedia, WhichPicture } from "./capture/which.tsx";
import { UseShared } from "./inbox/use-shared.tsx";
import { AppleWays } from "./parts/apple-ways.tsx";
import { Choice, Select } from "./parts/choice.tsx";
import { useCase, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { LinkText, spelledOut, UserText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/links.css";

const rolesOfStep: Readonly<Record<string, EvidenceRole>> = {
  "capture-listing": "listing",
  "capture-content": "content",
  "capture-more": "content",
  "capture-profile": "profile",
};
const roles = [
  "listing",
  "content",
  "profile",
  "chat",
  "search",
  "answer",
  "receipt",
  "access",
  "other",
] as const satisfies readonly EvidenceRole[];
const isRole = (text: string): text is EvidenceRole => roles.some((one) => one === text);

const kinds = ["link", "place", "profile", "report", "message", "account"] as const;

/** What the file will belong to: the thing in the route; a site's page is chosen on the screen. */
const subjectOf = (state: CaseState, params: Readonly<Record<string, string>>): SubjectKey => {
  const known = {
    link: state.links,
    place: state.places,
    profile: state.profiles,
    report: state.reports,
    message: state.messages,
    account: state.accounts,
  };
  for (const kind of kinds) {
    const id = params[kind];
    // The subject of the step decides where a route names more than one thing.
    if (id !== undefined && known[kind].has(id) && (params["subject"] ?? `${kind}:`).startsWith(`${kind}:`)) return `${kind}:${id}`;
  }
  const site = params["site"];
  return site !== undefined && state.sites.has(site) ? `site:${site}` : "case";
};

/** For a list box, which cannot wrap. */
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 40)}…${text.slice(-16)}` : text);

/** Which page of the site it shows; first those without a screenshot of their own. */
const PageOfSite = ({
  site,
  value,
  onChange,
}: {
  readonly site: string;
  readonly value: string;
  readonly onChange: (link: string) => void;
}): VNode => {
  const t = useT();
  const { state } = useCase();
  const links = [...state.links.values()].filter((link) => link.site === site).slice(0, 200);
  return (
    <Select
      label={t("picture.which-page")}
      hint={t("picture.which-page-hint")}
      options={[
        { value: "", label: t("picture.page-unsure") },
        ...links.map(({ id, text }) => ({ value: id, label: spelledOut(shortened(text)) })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
};

/** What the screenshot is about, in a line. */
const About = ({ about }: { readonly about: SubjectKey }): VNode | null => {
  const { state } = useCase();
  const id = about.slice(about.indexOf(":") + 1);
  if (about.startsWith("link:")) return <LinkText text={state.links.get(id)?.text ?? ""} />;
  if (about.startsWith("site:")) return <LinkText text={id} />;
  const name = state.places.get(id)?.name ?? state.profiles.get(id)?.handle;
  return name === undefined ? null : <UserText text={name} />;
};

/** Screenshots come in here, and only here: which picture and how old first, then the file, then when and by whom. */
export const Capture = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const { state } = useCase();
  const stepRole = rolesOfStep[params["step"] ?? ""] ?? params["role"] ?? "";
  const subject = subjectOf(state, params);
  const [pictures, setPictures] = useState<readonly string[] | null>(null);
  const [role, setRole] = useState<EvidenceRole | null>(isRole(stepRole) ? stepRole : null);
  const [page, setPage] = useState("");
  const [files, setFiles] = useState<{ readonly files: readonly Incoming[]; readonly came: FileClaims["came"] } | null>(null);

  const isSite = subject.startsWith("site:");
  const about: readonly SubjectKey[] = [isSite && page !== "" && role !== "listing" ? `link:${page}` : subject];
  const step = (n: number): string => t("common.step-of", { section: t("picture.capture"), step: n, steps: 3 });
  if (pictures === null) return <WhichPicture chosen={picturesAt(state, [subject])} crumb={step(1)} onChosen={setPictures} />;
  const unanswered =
    pictures.find((id) => ageOf(state, id) === "unanswered") ??
    (pictures.length > 0 ? undefined : [...state.pictures.keys()].find((id) => ageOf(state, id) === "unanswered"));
  if (unanswered !== undefined) return <AgeFirst picture={unanswered} crumb={step(1)} />;
  const verdict = mediaVerdict(state, pictures, about);
  if (verdict !== "adult") return <NoMedia why={verdict} crumb={step(1)} />;
  if (files !== null && role !== null)
    return <Details {...files} role={role} about={about} pictures={pictures} crumb={step(3)} onBack={() => setFiles(null)} />;
  const planned = stepById(params["step"] ?? "");
  return (
    <Page heading={t(role === null ? "picture.add" : `picture.add-${role}`)} crumb={step(2)}>
      <About about={about[0] ?? subject} />
      {isRole(stepRole) ? null : (
        <Choice
          legend={t("picture.role")}
          options={(subject === "case" ? roles : roles.slice(0, 5)).map((value) => ({ value, label: t(`picture.role-${value}`) }))}
          value={role}
          onChange={setRole}
        />
      )}
      {isSite && role === "content" ? <PageOfSite site={subject.slice("site:".length)} value={page} onChange={setPage} /> : null}
      {role === null ? null : (
        <>
          <ShowHow role={role} {...(planned === undefined ? {} : { step: planned })} />
          {params["shared"] === undefined ? null : (
            <UseShared ids={params["shared"]} onFiles={(list) => setFiles({ files: list, came: "share" })} />
          )}
          <AppleWays of="files" />
          <DropZone
            accept={
              role === "listing" || role === "content" || role === "profile"
                ? "image/*"
                : "image/*,application/pdf,video/*,audio/*,text/plain"
            }
            onFiles={(list, came) => setFiles({ files: list, came })}
          />
        </>
      )}
    </Page>
  );
};

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { picturesAt, type FileClaims } from "../app/intake.ts";
import { placeOfText, putText } from "../app/pasted-text.ts";
import type { Incoming } from "../app/shared.ts";
import { sortFiles, type Sorted } from "../app/sort-files.ts";
import type { EvidenceRole, SubjectKey } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import { stepById } from "../content/steps/index.ts";
import { AgeGate } from "./capture/age-gate.tsx";
import { Details } from "./capture/details.tsx";
import { DropZone } from "./capture/drop-zone.tsx";
import { SortedFiles } from "./capture/sorted.tsx";
import { ShowHow } from "./capture/show-how.tsx";
import { UseShared } from "./inbox/use-shared.tsx";
import { AppleWays } from "./parts/apple-ways.tsx";
import { Choice, Select } from "./parts/choice.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
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

const isPage = (role: EvidenceRole): boolean => role === "listing" || role === "content" || role === "profile";
/** A page can be kept as a picture, a film of the screen, a PDF, or saved whole. What the chooser greys out can still be pasted or dropped. */
const pageTypes = "image/*,video/*,application/pdf,text/html,.html,.htm,.mht,.mhtml";
const anyTypes = `${pageTypes},audio/*,text/plain,message/rfc822,application/zip,.txt,.eml,.zip,.opus,.m4a`;

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
  const app = useApp();
  const go = useGo();
  const { state } = useCase();
  const stepRole = rolesOfStep[params["step"] ?? ""] ?? params["role"] ?? "";
  const subject = subjectOf(state, params);
  const [role, setRole] = useState<EvidenceRole | null>(isRole(stepRole) ? stepRole : null);
  const [page, setPage] = useState("");
  const [files, setFiles] = useState<{ readonly files: readonly Incoming[]; readonly came: FileClaims["came"] } | null>(null);

  const [sorted, setSorted] = useState<{ readonly sorted: Sorted; readonly came: FileClaims["came"] } | null>(null);
  const [busy, setBusy] = useState(false);
  const isSite = subject.startsWith("site:");
  const about: readonly SubjectKey[] = [isSite && page !== "" && role !== "listing" ? `link:${page}` : subject];
  const step = (n: number): string =>
    t("common.step-of", { section: t(isRole(stepRole) && isPage(stepRole) ? "picture.capture" : "case.evidence"), step: n, steps: 3 });
  const planned = stepById(params["step"] ?? "");
  /** Words go where they belong and are not lost; files that fit among the messages are set apart. */
  const take = async (list: readonly File[], came: FileClaims["came"], text: string): Promise<void> => {
    const place = placeOfText(text, list.length > 0);
    const isPut = place !== undefined && (await putText(app, text, place));
    if (place !== undefined && isPut && list.length === 0) {
      const things = Object.fromEntries(Object.entries(params).filter(([name]) => kinds.some((kind) => kind === name)));
      go(place === "links" ? "add-links" : "add-message", things);
    }
    if (list.length > 0) {
      setBusy(true);
      const found = await sortFiles(app, list);
      setBusy(false);
      if (found.messages.length > 0) setSorted({ sorted: found, came });
      else setFiles({ files: found.files, came });
    }
    if (place !== undefined)
      app.say(isPut ? { tone: "info", key: `intake.words-to-${place}` } : { tone: "problem", key: "intake.words-too-long" });
  };
  const choose = (): VNode => (
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
            accept={isPage(role) ? pageTypes : anyTypes}
            busy={busy}
            label={t(role === "other" ? "picture.choose" : "now.do-capture")}
            onGiven={(list, came, text) => void take(list, came, text)}
          />
        </>
      )}
    </Page>
  );
  return (
    <AgeGate chosen={picturesAt(state, [subject])} about={about} crumb={step(1)}>
      {(pictures) =>
        sorted !== null ? (
          <SortedFiles
            sorted={sorted.sorted}
            about={about}
            crumb={step(2)}
            onFiles={(list) => {
              setSorted(null);
              setFiles({ files: list, came: sorted.came });
            }}
            onBack={() => setSorted(null)}
          />
        ) : files === null || role === null ? (
          choose()
        ) : (
          <Details {...files} role={role} about={about} pictures={pictures} crumb={step(3)} onBack={() => setFiles(null)} />
        )
      }
    </AgeGate>
  );
};

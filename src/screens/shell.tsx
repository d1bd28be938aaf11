import type { ComponentChildren, VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { UiKey } from "../content/locales/index.ts";
import type { ScreenName, Section } from "./names.ts";
import { screenFacts } from "./names.ts";
import { Button } from "./parts/button.tsx";
import { useApp, useAppState, useT, useTag } from "./parts/context.tsx";
import { dayWords } from "./parts/dates.ts";
import { Icon, type IconName } from "./parts/icon.tsx";
import { FrameContext } from "./parts/page.tsx";
import { useNow } from "./parts/when.tsx";

const sections: readonly { readonly name: Section; readonly label: UiKey; readonly icon: IconName }[] = [
  { name: "now", label: "common.nav-now", icon: "now" },
  { name: "case", label: "common.nav-case", icon: "case" },
  { name: "timeline", label: "common.nav-timeline", icon: "timeline" },
  { name: "share", label: "common.nav-share", icon: "share" },
];

const Bar = ({ screen, crumb }: { readonly screen: ScreenName; readonly crumb: string | null }): VNode => {
  const app = useApp();
  const t = useT();
  const tag = useTag();
  const now = useNow();
  const unlocked = useAppState((s) => s.view.at === "unlocked");
  const canGoBack = useAppState((s) => s.trail.length > 0);
  const { section } = screenFacts[screen];
  const isRoot = sections.some(({ name }) => name === screen) || !canGoBack;
  const place = crumb ?? (screen === "now" ? dayWords(tag, now) : section === null || isRoot ? "" : t(`common.nav-${section}`));
  return (
    <header class="bar">
      {isRoot ? (
        <p class="crumb">{place}</p>
      ) : (
        <button type="button" class="crumb back" onClick={app.back}>
          <Icon name="back" flip />
          {place === "" ? null : <span class="visually-hidden">{t("common.back")}: </span>}
          <span>{place === "" ? t("common.back") : place}</span>
        </button>
      )}
      {unlocked ? (
        <button type="button" class="round" aria-label={t("common.lock")} onClick={() => void app.lock()}>
          <Icon name="lock" />
        </button>
      ) : null}
      <button type="button" class="leave" title={t("common.leave-hint")} onClick={app.leave}>
        {t("common.leave")}
      </button>
    </header>
  );
};

const Navigation = ({ screen }: { readonly screen: ScreenName }): VNode => {
  const app = useApp();
  const t = useT();
  return (
    <nav class="nav" aria-label={t("common.nav")}>
      {sections.map(({ name, label, icon }) => (
        <button
          key={name}
          type="button"
          class="nav-item"
          aria-current={screenFacts[screen].section === name ? "page" : undefined}
          onClick={() => app.go(name)}
        >
          <Icon name={icon} />
          {t(label)}
        </button>
      ))}
    </nav>
  );
};

/** The one message; its region is always there, so that a screen reader hears what appears in it. */
const NoticeBar = (): VNode => {
  const app = useApp();
  const t = useT();
  const notice = useAppState((s) => s.notice);
  return (
    <div class="notices" role="status" aria-live="polite">
      {notice === null ? null : (
        <div class={`notice ${notice.tone}`}>
          <p>{t(notice.key, notice.params)}</p>
          <Button kind="link" label={t("common.dismiss")} onClick={() => app.say(null)}>
            {t("common.close")}
          </Button>
        </div>
      )}
    </div>
  );
};

/** Said as long as the made-up case is open. */
const SampleBar = (): VNode | null => {
  const app = useApp();
  const t = useT();
  const sample = useAppState((s) => s.sample);
  return sample ? (
    <div class="notices no-print">
      <div class="notice">
        <p class="small">{t("common.sample")}</p>
        <Button kind="link" onClick={() => void app.lock()}>
          {t("common.sample-close")}
        </Button>
      </div>
    </div>
  ) : null;
};

export interface ShellProps {
  readonly screen: ScreenName;
  /** Changes with every visit of a screen. */
  readonly visit: string;
  /** Shown left of the screen where there is room. */
  readonly beside: VNode | null;
  readonly children: ComponentChildren;
}

/** The frame of every screen: Leave and Lock at the top, the four places below (at the left where there is room), the one message. */
export const Shell = ({ screen, visit, beside, children }: ShellProps): VNode => {
  const app = useApp();
  const t = useT();
  const unlocked = useAppState((s) => s.view.at === "unlocked");
  const [crumb, setCrumb] = useState<string | null>(null);
  const firstVisit = useRef(visit);
  const hasMoved = useRef(false);
  // The page that is still starting is no screen yet.
  if (firstVisit.current === "") firstVisit.current = visit;
  if (visit !== firstVisit.current) hasMoved.current = true;
  const frame = useMemo(() => ({ beside: false, moved: () => hasMoved.current, setCrumb }), []);
  const frameBeside = useMemo(() => ({ beside: true, moved: () => false, setCrumb: () => undefined }), []);
  // From the second drawing on, a changed heading on the same screen takes focus too.
  useEffect(() => {
    if (visit !== "") hasMoved.current = true;
  }, [visit]);
  const { section } = screenFacts[screen];
  return (
    <div class={unlocked ? "shell with-nav" : "shell"}>
      <Bar screen={screen} crumb={crumb} />
      <NoticeBar />
      <SampleBar />
      <div class={beside === null ? "panes" : "panes two"}>
        {beside === null ? null : (
          <div class="pane-beside">
            <FrameContext.Provider value={frameBeside}>{beside}</FrameContext.Provider>
          </div>
        )}
        <main class="pane">
          <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>
          {screen === "help" || screen === "unlock" || screen === "unsafe" || (!unlocked && screen === "welcome") ? null : (
            <p class="talk">
              <Button kind="link" onClick={() => app.go("help")}>
                <Icon name="talk" />
                {t("common.talk")}
              </Button>
            </p>
          )}
        </main>
      </div>
      {unlocked && (section !== null || screen !== "welcome") ? <Navigation screen={screen} /> : null}
    </div>
  );
};

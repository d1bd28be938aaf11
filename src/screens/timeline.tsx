import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { createSay } from "../app/disclosure/say.ts";
import { readMarkedLog } from "../app/read-log.ts";
import { timelineTexts } from "../app/timeline-texts.ts";
import { timelineLines, type TimelineArea, type TimelineLine } from "../app/timeline.ts";
import { daysBetween, dayWords } from "./parts/dates.ts";
import { EmptyState, Pill } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Select } from "./parts/choice.tsx";
import { useApp, useCase, useT, useTag } from "./parts/context.tsx";
import { wallMs } from "../lib/time.ts";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import { VirtualRows } from "./links/virtual-rows.tsx";
import "./style/timeline.css";

const areas = ["links", "evidence", "messages", "reports", "accounts", "people", "steps"] as const satisfies readonly TimelineArea[];

const isNewDay = (before: TimelineLine | undefined, { at, offset }: TimelineLine): boolean =>
  before === undefined || daysBetween(before.at, at, offset, before.offset) !== 0;

/** Entries before which the date is said: a new day, also where the clock went back. */
const firstOfDays = (lines: readonly TimelineLine[]): ReadonlySet<number> =>
  new Set(lines.filter((line, i) => isNewDay(lines[i - 1], line)).map(({ seq }) => seq));

/** Where what a copy brought begins, each time one was brought in. */
const firstOfCopies = (lines: readonly TimelineLine[], brought: ReadonlySet<number>): ReadonlySet<number> => {
  const first = new Set<number>();
  let isTold = false;
  for (const { seq, key } of lines) {
    if (key === "timeline.case-merged") isTold = false;
    if (!brought.has(seq) || isTold) continue;
    first.add(seq);
    isTold = true;
  }
  return first;
};

interface LinesProps {
  readonly lines: readonly TimelineLine[];
  /** All of them, for printing; otherwise only what is in sight. */
  readonly whole: boolean;
  readonly draw: (line: TimelineLine) => VNode;
  readonly label: string;
}

const Lines = ({ lines, whole, draw, label }: LinesProps): VNode =>
  whole ? (
    <ul class="virtual-rows" aria-label={label}>
      {lines.map((line) => (
        <li key={line.seq}>{draw(line)}</li>
      ))}
    </ul>
  ) : (
    <VirtualRows rows={lines} keyOf={({ seq }) => String(seq)} guess={() => 64} draw={draw} classOf={() => "row"} label={label} />
  );

/** Everything in order, newest last, by day; what a police officer would want to read, and print. */
export const Timeline = (): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const { state, size } = useCase();
  const [all, setAll] = useState<readonly TimelineLine[] | null>(null);
  const [brought, setBrought] = useState<ReadonlySet<number>>(new Set());
  const [area, setArea] = useState<TimelineArea | "all">("all");
  const [whole, setWhole] = useState(false);
  const say = useMemo(() => createSay(t, tag), [t, tag]);
  const clock = useMemo(
    () => new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" }),
    [tag],
  );

  useEffect(() => {
    let left = false;
    void readMarkedLog(app).then((log) => {
      if (left || log === undefined) return;
      setAll(timelineLines(log.reads, state, timelineTexts));
      setBrought(log.brought);
    });
    return () => {
      left = true;
    };
  }, [app, size, state]);
  useEffect(() => {
    if (!whole) return;
    app.device.print();
    setWhole(false);
  }, [whole, app]);

  const lines = useMemo(() => (all ?? []).filter((line) => area === "all" || line.area === area), [all, area]);
  const days = useMemo(() => firstOfDays(lines), [lines]);
  const parted = useMemo(() => firstOfCopies(lines, brought), [lines, brought]);
  const draw = (line: TimelineLine): VNode => (
    <>
      {days.has(line.seq) ? <h2 class="timeline-day">{dayWords(tag, line.at, line.offset)}</h2> : null}
      {parted.has(line.seq) ? <p class="quiet">{t("timeline.parted")}</p> : null}
      <div class="timeline-line">
        <time dateTime={line.at} title={say.date(line.at, line.offset)}>
          {clock.format(wallMs(line.at, line.offset))}
        </time>
        <UserText text={say.line(line)} />
        {brought.has(line.seq) ? <Pill tone="plain">{t("timeline.copy")}</Pill> : null}
      </div>
    </>
  );

  return (
    <Page heading={t("timeline.heading")} lead={t("timeline.lead")}>
      <div class="no-print stack">
        <Select
          label={t("timeline.filter")}
          value={area}
          onChange={(value) => setArea(areas.find((one) => one === value) ?? "all")}
          options={[{ value: "all", label: t("timeline.all") }, ...areas.map((value) => ({ value, label: t(`timeline.${value}`) }))]}
        />
        <p class="quiet">{all === null ? t("common.working") : t("timeline.count", { n: lines.length })}</p>
      </div>
      {all === null ? null : lines.length === 0 ? (
        <EmptyState>{t("timeline.empty")}</EmptyState>
      ) : (
        <Lines lines={lines} whole={whole} draw={draw} label={t("timeline.heading")} />
      )}
      <div class="no-print">
        <p class="quiet small">{t("timeline.print-hint")}</p>
        <Actions>
          <Button kind="link" onClick={() => setWhole(true)}>
            {t("timeline.print")}
          </Button>
        </Actions>
      </div>
    </Page>
  );
};

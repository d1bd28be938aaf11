import { core } from "../../../src/app/core.ts";
import type { LogEntry } from "../../../src/case/events.ts";
import type { CaseState } from "../../../src/case/state.ts";
import { manyLinks } from "../../workflow/support/many.ts";
import { linkAdded } from "../big-case.ts";
import { median, ms, type Measured } from "../measure.ts";
import type { Row } from "../page.ts";

const frame = 16;

const time = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

interface Times {
  readonly cold: number;
  readonly fold: number;
  readonly again: number;
}

/** Medians in ms: the first plan of a case just read; then the fold of one new link or look, and the plan of the state that it makes. */
const timesAt = (links: number): Times => {
  const times = { cold: [] as number[], fold: [] as number[], again: [] as number[] };
  let state: CaseState = core.empty;
  for (let round = 0; round < 5; round++) {
    const many = manyLinks(links);
    state = many.state;
    times.cold.push(time(() => core.plan(many.state, many.now)));
  }
  const [known] = state.links.keys();
  const { now } = manyLinks(10);
  for (let round = 0; round < 40; round++) {
    const { kind, body } =
      round % 2 === 0 ? linkAdded(links + round) : { kind: "link.checked.v1", body: { link: known, found: "gone", by: "person" } };
    const entry: LogEntry = { seq: state.size, at: now, offset: 60, kind, body };
    times.fold.push(
      time(() => {
        state = core.fold(state, [entry]);
      }),
    );
    times.again.push(time(() => core.plan(state, entry.at)));
  }
  return { cold: median(times.cold), fold: median(times.fold), again: median(times.again) };
};

/** What comes next, for a case in full swing: every command makes a new state and plans again. */
const row: Row = () => {
  timesAt(1_000);
  const small = timesAt(1_000);
  const large = timesAt(10_000);
  const within = (what: string, took: number, most: number): Measured => ({
    what,
    against: most === frame ? "one frame" : "an eighth of a frame",
    goal: `≤ ${String(most)} ms`,
    ours: ms(took),
    peer: `${String(most)} ms`,
    ratio: most / took,
    reached: took <= most,
  });
  return Promise.resolve([
    within("plan after one event, 10,000 links", large.again, frame),
    {
      what: "plan after one event, 10,000 links",
      against: "the same, 1,000 links",
      goal: "≤ 12× the time",
      ours: ms(large.again),
      peer: ms(small.again),
      ratio: small.again / large.again,
      reached: large.again <= 12 * small.again,
    },
    within("first plan of a case just read, 10,000 links", large.cold, frame),
    within("fold of one event, 10,000 links", large.fold, 2),
  ]);
};
export default row;

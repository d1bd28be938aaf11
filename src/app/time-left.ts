/** How far something was at a moment: bytes, and milliseconds on any clock that only goes on. */
export interface Sample {
  readonly done: number;
  readonly ms: number;
}

/** Where it was, oldest first: the beginning, then about a second apart. */
export type Course = readonly Sample[];

const EVERY_MS = 1_000;
/** Above this every other one is dropped, so that a night's work takes no more room than a minute's. */
const MOST = 240;
/** Before that, a number would be a guess. */
const FIRST_MS = 8_000;
const FIRST_SHARE = 0.02;
/** The last third and the whole may differ by this factor; else the speed is changing, and nothing is said. */
const STEADY = 1.5;

/** The course with one more sample. A clock that was set back begins it anew. */
export const withSample = (course: Course, sample: Sample): Course => {
  const last = course.at(-1);
  if (last === undefined || sample.ms < last.ms || sample.done < last.done) return [sample];
  if (sample.ms - last.ms < EVERY_MS) return course;
  const grown = [...course, sample];
  return grown.length <= MOST ? grown : grown.filter((_, i) => i % 2 === 0 || i === grown.length - 1);
};

const speed = (from: Sample, to: Sample): number => (to.done - from.done) / (to.ms - from.ms);

/** Milliseconds that are left until `total` bytes are done; null while that cannot be said. Pure. */
export const msLeft = (course: Course, total: number): number | null => {
  const first = course[0];
  const last = course.at(-1);
  if (first === undefined || last === undefined || last.done >= total) return null;
  const elapsed = last.ms - first.ms;
  if (elapsed < FIRST_MS || last.done - first.done < total * FIRST_SHARE) return null;
  const then = course.findLast(({ ms }) => last.ms - ms >= elapsed / 3) ?? first;
  const [whole, late] = [speed(first, last), speed(then, last)];
  if (!(whole > 0 && late > 0) || late > whole * STEADY || whole > late * STEADY) return null;
  return (total - last.done) / late;
};

/** The same as a person says it; null: nothing is said. */
export const leftWords = (
  ms: number | null,
): { readonly key: "intake.seconds-left" | "intake.minutes-left" | "intake.hours-left"; readonly n: number } | null => {
  if (ms === null) return null;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return { key: "intake.seconds-left", n: 0 };
  return minutes < 90 ? { key: "intake.minutes-left", n: minutes } : { key: "intake.hours-left", n: Math.round(minutes / 60) };
};

/** Runs jobs one after another, in order. A job that throws rejects its own promise and does not block the next. */
export const createQueue = (): (<T>(job: () => Promise<T>) => Promise<T>) => {
  let tail: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = tail.then(job);
    tail = run.catch(() => undefined);
    return run;
  };
};

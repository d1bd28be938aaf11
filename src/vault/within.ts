/** What `job` answers, or undefined when it has not after `ms`; it goes on all the same, and what it then fails with is nobody's. */
export const within = <T>(job: Promise<T>, ms: number): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    void job.then(resolve, reject).finally(() => clearTimeout(timer));
  });

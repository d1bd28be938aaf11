/**
 * A worker that is ended from outside says nothing to its page. It holds a Web Lock for as long as it lives; whoever waits for the same lock gets it
 * when the worker is gone, however it went.
 */
export const holdLife = (name: string): Promise<void> =>
  new Promise((held, failed) => {
    navigator.locks
      .request(name, () => {
        held();
        return new Promise(() => undefined);
      })
      .catch(failed);
  });

/** Resolves when the one who holds this life has ended. To be asked only after it was held. */
export const lifeEnds = async (name: string): Promise<void> => {
  await navigator.locks.request(name, () => undefined);
};

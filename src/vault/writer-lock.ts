/** The Web Lock of the one writer. Taking it takes it away from whoever held it; the writer epoch in the store then refuses their writes. */
export interface WriterLock {
  /** True once somebody else has taken it. */
  readonly lost: () => boolean;
  readonly release: () => void;
}

export const takeWriterLock = (name: string, locks: LockManager = navigator.locks): Promise<WriterLock> =>
  new Promise((resolve, reject) => {
    let state: "held" | "lost" | "released" = "held";
    locks
      .request(name, { steal: true }, () => {
        return new Promise<void>((release) => {
          resolve({
            lost: () => state === "lost",
            release: () => {
              state = "released";
              release();
            },
          });
        });
      })
      .catch((thrown: unknown) => {
        // An AbortError says that it was stolen. Before it was ever held, any failure is the caller's.
        if (state === "held") state = "lost";
        reject(thrown);
      });
  });

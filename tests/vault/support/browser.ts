/** A part of the browser replaced by a failing one, for one test. */
const undo: (() => void)[] = [];

/** Puts everything back; for `afterEach`. */
export const putBack = (): void => {
  for (const back of undo.splice(0).toReversed()) back();
};

export const replace = <T extends object, K extends keyof T>(owner: T, key: K, make: (real: T[K]) => T[K]): void => {
  const real = owner[key];
  Object.defineProperty(owner, key, { value: make(real), configurable: true, writable: true });
  undo.push(() => Object.defineProperty(owner, key, { value: real, configurable: true, writable: true }));
};

type Step = (
  connection: IDBDatabase,
  options: IDBTransactionOptions | undefined,
  mode: IDBTransactionMode | undefined,
) => IDBTransactionOptions | undefined;

/** Stands before every transaction of the connections that are opened from now on (Dexie binds the function at opening). */
export const beforeTransactions = (step: Step): void =>
  replace(
    IDBDatabase.prototype,
    "transaction",
    (real) =>
      function (this: IDBDatabase, stores, mode, options) {
        return real.call(this, stores, mode, step(this, options, mode));
      },
  );

/** A store whose answers get lost while `isOn`: the next change is made and said to have failed, and nothing can be written from then on. */
export const losingAnswers = (): { isOn: boolean } => {
  const state = { isOn: false };
  let isLanded = false;
  replace(
    IDBDatabase.prototype,
    "transaction",
    (real) =>
      function (this: IDBDatabase, stores, mode, options) {
        if (!state.isOn) isLanded = false;
        else if (mode === "readwrite" && isLanded) throw new DOMException("lost", "UnknownError");
        const tx = real.call(this, stores, mode, options);
        if (!state.isOn || mode !== "readwrite") return tx;
        isLanded = true;
        Object.defineProperty(tx, "oncomplete", {
          set: () => {
            tx.addEventListener("complete", () => tx.onabort?.(new Event("abort")));
          },
        });
        return tx;
      },
  );
  return state;
};

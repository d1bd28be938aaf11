/**
 * Remembers, outside the database and without saying anything else, that a vault was made here: so that its loss can be told from its never
 * having been. An empty cache of a neutral name; browsers keep caches and databases in different files. Clearing all site data clears both.
 */
export interface Expectation {
  readonly read: () => Promise<boolean>;
  readonly write: () => Promise<void>;
  readonly clear: () => Promise<void>;
}

export const expectationIn = (name: string, store: CacheStorage = caches): Expectation => ({
  read: () => store.has(`${name}-made`),
  write: async () => {
    await store.open(`${name}-made`);
  },
  clear: async () => {
    await store.delete(`${name}-made`);
  },
});

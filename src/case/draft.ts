import type { CaseState } from "./state.ts";

/** A map that is copied at its first change; the one it came from is never touched. */
export class Table<V> {
  readonly #base: ReadonlyMap<string, V>;
  #own: Map<string, V> | undefined;
  constructor(base: ReadonlyMap<string, V>) {
    this.#base = base;
  }
  get(key: string): V | undefined {
    return (this.#own ?? this.#base).get(key);
  }
  set(key: string, value: V): void {
    this.#own ??= new Map(this.#base);
    this.#own.set(key, value);
  }
  /** The first one under a key stays: ids are made once, so a second is a copy. */
  add(key: string, value: V): boolean {
    if (this.get(key) !== undefined) return false;
    this.set(key, value);
    return true;
  }
  update(key: string, change: (value: V) => V): void {
    const value = this.get(key);
    if (value !== undefined) this.set(key, change(value));
  }
  delete(key: string): void {
    if (this.get(key) === undefined) return;
    this.#own ??= new Map(this.#base);
    this.#own.delete(key);
  }
  /** As it now stands; the very same map when nothing changed. Nothing may be set afterwards. */
  done(): ReadonlyMap<string, V> {
    return this.#own ?? this.#base;
  }
}

/** Lists grow in place once this draft has copied them, so that 10,000 additions do not copy 10,000 times. */
export class Lists {
  readonly #own = new Map<readonly unknown[], unknown[]>();
  append<T>(items: readonly T[], item: T): readonly T[] {
    const own = this.#own.get(items);
    if (own !== undefined) {
      own.push(item);
      return items;
    }
    const copy = [...items, item];
    this.#own.set(copy, copy);
    return copy;
  }
}

type MapOf<V> = V extends ReadonlyMap<string, infer T> ? Table<T> : V;

/** The state while one call of `fold` works on it; private to that call. */
export type Draft = { -readonly [K in keyof CaseState]: MapOf<CaseState[K]> } & { readonly lists: Lists };

export const draftOf = (state: CaseState): Draft => ({
  ...state,
  pictures: new Table(state.pictures),
  links: new Table(state.links),
  linkByKey: new Table(state.linkByKey),
  sites: new Table(state.sites),
  places: new Table(state.places),
  profiles: new Table(state.profiles),
  evidence: new Table(state.evidence),
  fingerprints: new Table(state.fingerprints),
  messages: new Table(state.messages),
  reports: new Table(state.reports),
  accounts: new Table(state.accounts),
  people: new Table(state.people),
  texts: new Table(state.texts),
  steps: new Table(state.steps),
  lists: new Lists(),
});

export const stateOf = (draft: Draft): CaseState => ({
  size: draft.size,
  openedAt: draft.openedAt,
  closed: draft.closed,
  facts: draft.facts,
  pictures: draft.pictures.done(),
  links: draft.links.done(),
  linkByKey: draft.linkByKey.done(),
  sites: draft.sites.done(),
  places: draft.places.done(),
  profiles: draft.profiles.done(),
  evidence: draft.evidence.done(),
  fingerprints: draft.fingerprints.done(),
  comparisons: draft.comparisons,
  messages: draft.messages.done(),
  reports: draft.reports.done(),
  accounts: draft.accounts.done(),
  people: draft.people.done(),
  texts: draft.texts.done(),
  hashCases: draft.hashCases,
  bundles: draft.bundles,
  backups: draft.backups,
  unsaved: draft.unsaved,
  checks: draft.checks,
  steps: draft.steps.done(),
  unread: draft.unread,
});

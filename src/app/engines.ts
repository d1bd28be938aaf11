import type { Source } from "../workflow/types.ts";

/** A search engine that a step knows, with its own form for taking pages out of its results. */
export interface Engine {
  readonly id: string;
  readonly name: string;
  readonly formUrl: string | null;
  readonly source: Source;
}

/** The engines that a step asks, in the order of the steps; loaded when a screen wants them. */
export const engines = async (): Promise<readonly Engine[]> => {
  const [{ platforms }, { steps }] = await Promise.all([import("../content/platforms/index.ts"), import("../content/steps/index.ts")]);
  const ids = [...new Set(steps.flatMap(({ engine }) => engine ?? []))];
  return ids.flatMap((id) => {
    const found = platforms.find((platform) => platform.id === id);
    return found === undefined ? [] : { id, name: found.name, formUrl: found.reportUrl, source: found.source };
  });
};

/** A service where groups, channels and fake profiles are. */
export interface Service {
  readonly id: string;
  readonly name: string;
  /** Its own form for profiles that pretend to be somebody. */
  readonly impersonationUrl: string | null;
  readonly source: Source;
}

/** Every service of the directory, by name. */
export const services = async (): Promise<readonly Service[]> => {
  const { platforms } = await import("../content/platforms/index.ts");
  return platforms
    .map(({ id, name, impersonationUrl, source }) => ({ id, name, impersonationUrl, source }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
};

import { ageOf } from "../case/ages.ts";
import type { Id } from "../case/events.ts";
import type { CaseState, HashCase } from "../case/state.ts";
import { err, type Result } from "../lib/result.ts";
import type { App, AppError } from "./types.ts";

/** Directory ids of the services that a person can use on their own. */
export type HashServiceId = "stopncii" | "take-it-down-ncmec" | "report-remove";

/**
 * Where a picture goes. It is decided by the age when it was taken, and for Report Remove by age and country today as well; who the picture is of
 * must never reach a service for another age. `hotline`: the age is not known. `no-file`: it needs a file that is not there.
 */
export type HashWay =
  | { readonly as: "service"; readonly service: HashServiceId }
  | { readonly as: "hotline" }
  | { readonly as: "no-file"; readonly under18: boolean };

export const hashWay = (state: CaseState, picture: Id): HashWay => {
  const age = ageOf(state, picture);
  if (age !== "adult" && age !== "under18") return { as: "hotline" };
  const under18 = age === "under18";
  // Report Remove takes an address as well, so it comes before the question of the file.
  if (under18 && state.facts.minorNow === "yes" && state.facts.country === "GB") return { as: "service", service: "report-remove" };
  if (state.facts.fileHere === "no") return { as: "no-file", under18 };
  return { as: "service", service: under18 ? "take-it-down-ncmec" : "stopncii" };
};

/** Pictures that go the same way: one case of a service may be about several. */
export const sameWay = (state: CaseState, picture: Id): readonly Id[] => {
  const way = hashWay(state, picture);
  if (way.as !== "service") return [];
  return [...state.pictures.keys()].filter((id) => {
    const other = hashWay(state, id);
    return id !== picture && other.as === "service" && other.service === way.service;
  });
};

/** What was kept about this picture, newest last. */
export const hashCasesOf = (state: CaseState, picture: Id): readonly HashCase[] =>
  state.hashCases.filter(({ pictures }) => pictures.includes(picture));

/** Keeps number and PIN. The PIN becomes a private record of the vault; the entry holds only a commitment to it. */
export const keepHashCase = (
  app: App,
  service: HashServiceId,
  pictures: readonly Id[],
  given: { readonly caseNumber: string; readonly pin: string },
): Promise<boolean> =>
  app.act({
    do: "keep-hash-case",
    service,
    pictures,
    caseNumber: given.caseNumber.trim(),
    pin: given.pin.trim() === "" ? null : { id: app.newId(), text: given.pin.trim() },
  });

/** The PIN, for showing on a tap. `vault-not-found` when none was given. */
export const readPin = async (app: App, kept: HashCase): Promise<Result<string, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  if (kept.pin === null) return err({ code: "vault-not-found" });
  return (await app.vault()).readSecret(view.caseId, kept.pin.id);
};

import type { Command } from "../case/commands.ts";
import type { FactId } from "../case/events.ts";
import type { OpeningAnswers } from "./types.ts";

/** The three opening questions, in their order (workflow.md, "Questions"). */
export const openingFacts = ["danger", "watched", "happened"] as const satisfies readonly FactId[];

/** The answers as commands, in the order of the questions; a skipped one is kept as skipped, one never shown is left out. */
export const factCommands = (answers: OpeningAnswers): readonly Command[] =>
  openingFacts.flatMap((fact) => {
    const value = answers[fact];
    return value === undefined ? [] : [{ do: "answer-fact", fact, value } as const];
  });

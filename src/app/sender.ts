import type { Command } from "../case/commands.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { StoredEntry } from "../vault/types.ts";
import type { AppDeps, Core } from "./ports.ts";
import type { AppError, Unlocked } from "./types.ts";

export interface SenderPort extends Pick<AppDeps, "vault" | "now" | "offset"> {
  readonly core: () => Core;
  readonly current: () => Unlocked | undefined;
  readonly show: (view: Unlocked) => void;
  /** Reads the open case again from the vault. */
  readonly reload: () => Promise<void>;
}

/** The vault lost its connection: the write may or may not have landed. It carries its size, so sending it again cannot double it. */
const isLost = (code: string): boolean => code === "vault-lost";

/**
 * decide → append (durable) → fold → plan → show. Never shows what is not on disk; a failure leaves the view as it was.
 * Not re-entrant: run it in a queue. `inCase`: the case that it was meant for; another one that was opened meanwhile gets nothing (`vault-taken`).
 */
export const createSender =
  (port: SenderPort) =>
  async (command: Command, inCase?: string): Promise<Result<null, AppError>> => {
    const view = port.current();
    if (view === undefined) return err({ code: "vault-locked" });
    if (inCase !== undefined && inCase !== view.caseId) return err({ code: "vault-taken", where: "case" });
    const core = port.core();
    const at = port.now();
    const decided = core.decide(view.state, command, { now: at });
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return ok(null);

    const vault = await port.vault();
    const append = (): Promise<Result<readonly StoredEntry[], AppError>> =>
      vault.append(view.caseId, view.size, decided.value, at, port.offset());
    const first = await append();
    const saved = !first.ok && isLost(first.error.code) ? await append() : first;
    if (!saved.ok) {
      // Another tab wrote first: read what it wrote, and let the person look before trying again, which this tab then may.
      const taken = saved.error.code === "vault-taken" ? await vault.takeOver() : saved;
      if (taken.ok) await port.reload();
      return !taken.ok && taken.error.code === "vault-renewed" ? taken : saved;
    }
    // Locked, or another case opened, meanwhile: it is kept, and there is nothing to show.
    if (port.current()?.caseId !== view.caseId) return ok(null);
    const state = core.fold(view.state, saved.value);
    const now = port.now();
    port.show({ ...view, size: (saved.value.at(-1)?.seq ?? view.size - 1) + 1, state, plan: core.plan(state, now), now });
    return ok(null);
  };

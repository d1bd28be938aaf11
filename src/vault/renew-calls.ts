import { ok } from "../lib/result.ts";
import { renew, type RenewalPort } from "./renew.ts";
import type { Session } from "./session.ts";
import type { Vault } from "./types.ts";
import type { OnOpen } from "./ways-calls.ts";

type RenewCalls = Pick<Vault, "changeEverything" | "stopChanging">;

/** What the page may ask about changing everything. `moveTo`: takes the session that follows the old one; undefined: the old one ended without. */
export const renewCalls = (
  port: Pick<RenewalPort, "deps" | "places">,
  onOpen: OnOpen,
  moveTo: (old: Session, next: Session | undefined) => void,
): RenewCalls => {
  let stop = (): void => undefined;
  return {
    changeEverything: (current, next, onProgress = () => undefined) =>
      onOpen(async (open) => {
        let isStopped = false;
        stop = () => {
          isStopped = true;
        };
        const done = await renew({ ...port, onProgress, isStopped: () => isStopped }, open, current, next);
        if (open.ended) moveTo(open, done.ok ? done.value.session : undefined);
        return done.ok ? ok({ old: done.value.old }) : done;
      }),
    stopChanging: async () => stop(),
  };
};

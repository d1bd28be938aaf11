import type { Command } from "./commands.ts";
import type { CaseEvent, EventKind } from "./events.ts";

/** Event kind → its body. */
export type Bodies = { readonly [K in EventKind]: Extract<CaseEvent, { readonly kind: K }>["body"] };
/** Command name → the command. */
export type Commands = { readonly [D in Command["do"]]: Extract<Command, { readonly do: D }> };

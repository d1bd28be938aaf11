import type { VNode } from "preact";
import { Row, Rows } from "./box.tsx";
import { useGo, useT } from "./context.tsx";
import { useInbox } from "./inbox-state.ts";

/** A line that leads to what was shared and waits; nothing when nothing does. */
export const Waiting = (): VNode | null => {
  const t = useT();
  const go = useGo();
  const [inbox] = useInbox();
  const n = inbox?.items.length ?? 0;
  return n === 0 ? null : (
    <Rows label={t("inbox.heading")}>
      <Row title={t("inbox.waiting", { n })} onClick={() => go("inbox")} />
    </Rows>
  );
};

import type { VNode } from "preact";
import { Aside } from "../parts/box.tsx";
import { useT } from "../parts/context.tsx";

/** What holds for every message, whoever seems to write. */
export const NeverCode = (): VNode => {
  const t = useT();
  return (
    <Aside title={t("messages.never-code")}>
      <p>{t("messages.never-code-text")}</p>
    </Aside>
  );
};

import type { VNode } from "preact";
import type { MadeBackup } from "../../app/types.ts";
import { Aside } from "./box.tsx";
import { useT } from "./context.tsx";

type Lost = MadeBackup["cases"][number]["lost"];
type Counted = "entries" | "files" | "records";

/** Whether a backup could not hold all of it. */
export const hasLost = (lost: readonly Lost[]): boolean =>
  lost.some((one) => Object.values(one).some((value) => value !== 0 && value !== false));

/** What a backup could not hold because it was damaged where it was made. Nothing where all of it is there. */
export const BackupLost = ({ lost }: { readonly lost: readonly Lost[] }): VNode | null => {
  const t = useT();
  const sum = (of: Counted): number => lost.reduce((total, one) => total + one[of], 0);
  const said = [
    ...(["entries", "files", "records"] as const).flatMap((of) => (sum(of) === 0 ? [] : [t(`backup.lost-${of}`, { n: sum(of) })])),
    ...(["seal", "root"] as const).flatMap((of) => (lost.some((one) => one[of]) ? [t(`backup.lost-${of}`)] : [])),
  ];
  return said.length === 0 ? null : (
    <Aside title={t("backup.lost-head")} tone="amber">
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Aside>
  );
};

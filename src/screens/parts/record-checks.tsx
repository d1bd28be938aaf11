import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { CheckFound, FoundDamage } from "../../case/events.ts";
import { Button } from "./button.tsx";
import { useApp, useCase, useT } from "./context.tsx";
import { ProgressBar } from "./progress.tsx";
import { When } from "./when.tsx";

interface Running {
  readonly done: number;
  readonly total: number;
}

/** As many damaged parts as one entry of the log names. */
const mostNamed = 200;

/** Reads every entry and file again when asked, keeps what was found as an entry of the record, and shows the last of these with its date. */
export const RecordChecks = (): VNode => {
  const t = useT();
  const app = useApp();
  const { caseId, state } = useCase();
  const [running, setRunning] = useState<Running | null>(null);
  const isStopped = useRef(false);
  // A case that can only be read keeps nothing, and still may be checked.
  const [unkept, setUnkept] = useState<CheckFound | null>(null);
  const kept = state.checks.at(-1);
  const last = unkept ?? kept;

  const run = async (): Promise<void> => {
    isStopped.current = false;
    setRunning({ done: 0, total: 0 });
    const checked = await (
      await app.vault()
    ).checkIntegrity(caseId, (progress) => {
      setRunning(progress);
      return !isStopped.current;
    });
    if (app.tell(checked)) {
      const { entries, files, damage } = checked.value;
      const found = { entries, files, damaged: damage.length, damage: damage.slice(0, mostNamed) };
      setUnkept((await app.act({ do: "record-check", ...found }, caseId)) ? null : found);
    }
    setRunning(null);
  };
  return (
    <>
      {running === null ? (
        <Button kind="side" onClick={() => void run()}>
          {t("settings.check")}
        </Button>
      ) : (
        <ProgressBar
          label={t("settings.checking")}
          done={running.total === 0 ? null : running.done}
          total={running.total}
          onStop={() => {
            isStopped.current = true;
          }}
        />
      )}
      <div role="status">
        {last === undefined || running !== null ? null : (
          <>
            {unkept !== null || kept === undefined ? null : (
              <p>
                {t("settings.check-last")} <When at={kept.at} offset={kept.offset} />
              </p>
            )}
            <p>
              {last.damaged === 0
                ? t("settings.check-fine", { entries: last.entries, files: last.files })
                : t("settings.check-damage", { n: last.damaged })}
            </p>
            <DamageList damage={last.damage} />
            <p class="quiet small">{t("settings.check-limit")}</p>
          </>
        )}
      </div>
    </>
  );
};

/** Row 0 of the secrets is the key that signs. */
const partOf = ({ what, number }: FoundDamage) => (what === "secret" && number === 0 ? "seed" : what);

const DamageList = ({ damage }: { readonly damage: readonly FoundDamage[] }): VNode | null => {
  const t = useT();
  if (damage.length === 0) return null;
  return (
    <ul class="bullets">
      {damage.map((one, i) => (
        <li key={i}>
          {t(`settings.damage-${one.why}`, {
            part: t(`settings.part-${partOf(one)}`, { number: partOf(one) === "secret" ? one.number : one.number + 1 }),
          })}
        </li>
      ))}
    </ul>
  );
};

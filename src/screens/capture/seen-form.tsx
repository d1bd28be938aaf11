import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Evidence } from "../../case/state.ts";
import type { Seen } from "../../case/events.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useApp, useT } from "../parts/context.tsx";

const questions = ["address", "date", "uploader"] as const;
const answers = [
  { value: "yes", label: "common.yes" },
  { value: "no", label: "common.no" },
  { value: "cant-tell", label: "common.cant-tell" },
] as const;

/** Three questions about a screenshot of a page, nothing preselected. */
export const SeenForm = ({ item, onSaved }: { readonly item: Evidence; readonly onSaved: () => void }): VNode => {
  const t = useT();
  const app = useApp();
  const [given, setGiven] = useState<Readonly<Partial<Record<(typeof questions)[number], Seen>>>>({});
  const { address, date, uploader } = given;
  const save = async (): Promise<void> => {
    if (address === undefined || date === undefined || uploader === undefined) return;
    if (await app.act({ do: "question-evidence", evidence: item.id, address, date, uploader })) onSaved();
  };
  return (
    <div class="card">
      {questions.map((one, i) => (
        <div key={one} class="stack">
          {i === 0 ? null : <hr class="rule" />}
          <Choice
            as="line"
            legend={t(`picture.ask-${one}`)}
            options={answers.map(({ value, label }) => ({ value, label: t(label) }))}
            value={given[one] ?? null}
            onChange={(value) => setGiven({ ...given, [one]: value })}
          />
        </div>
      ))}
      <Button disabled={address === undefined || date === undefined || uploader === undefined} onClick={() => void save()}>
        {t("common.save")}
      </Button>
    </div>
  );
};

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { subjectsVerdict } from "../../app/notices.ts";
import { keepMessageFile } from "../../app/messages-keep.ts";
import type { AnswerKind } from "../../case/events.ts";
import type { Report } from "../../case/state.ts";
import { Card } from "../parts/box.tsx";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useApp, useCase, useT } from "../parts/context.tsx";
import { Field, useDraft } from "../parts/field.tsx";
import { UserText } from "../parts/text.tsx";
import { instantOf } from "./send.tsx";

const kinds: readonly AnswerKind[] = ["received", "needs-more", "removed", "partly", "refused", "silent"];

/** What they said, with their mail kept as proof. An answer says nothing about the page: that is looked at apart. */
export const AddAnswer = ({ report }: { readonly report: Report }): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const [answer, setAnswer] = useState<AnswerKind | null>(null);
  const [note, setNote] = useDraft(`answer:${report.id}`);
  const [when, setWhen] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const answeredAt = instantOf(when, app.now());
  const wrong = answeredAt === undefined || answeredAt > app.now();

  const keep = async (): Promise<void> => {
    if (answer === null || answeredAt === undefined || wrong) return;
    setBusy(true);
    const message = file === null ? null : await keepMessageFile(app, file, [`report:${report.id}`]);
    if (message !== null && !app.tell(message)) return setBusy(false);
    const kept = await app.act({
      do: "answer-report",
      report: report.id,
      answer,
      answeredAt,
      note: note.trim(),
      message: message === null ? null : message.value,
    });
    setBusy(false);
    if (!kept) return;
    setAnswer(null);
    setNote("");
    setFile(null);
    app.say({ tone: "done", key: subjectsVerdict(state, report.covers) === "adult" ? "report.answered" : "report.answered-hotline" });
  };

  return (
    <Card>
      <Choice
        legend={t("report.add-answer")}
        value={answer}
        onChange={setAnswer}
        options={kinds.map((value) => ({ value, label: t(`report.answer-${value}`) }))}
      />
      {answer === null ? null : (
        <>
          <Button
            kind="side"
            onClick={() =>
              void app.device
                .pickFiles(".eml,.txt,text/plain,message/rfc822", false)
                .then(([one]) => (one === undefined ? undefined : setFile(one)))
            }
          >
            {t("report.answer-file")}
          </Button>
          {file === null ? (
            <p class="quiet small">{t("report.answer-file-hint")}</p>
          ) : (
            <p>
              <UserText text={file.name} />
            </p>
          )}
          <Field kind="lines" rows={3} label={t("report.answer-note")} value={note} onValue={setNote} />
          <Field
            kind="when"
            label={t("report.answer-when")}
            hint={t("report.when-hint")}
            value={when}
            onValue={setWhen}
            problem={wrong ? t("report.bad-time") : null}
          />
          <Button busy={busy} disabled={wrong} onClick={() => void keep()}>
            {t("report.save-answer")}
          </Button>
        </>
      )}
    </Card>
  );
};

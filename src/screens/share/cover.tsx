import type { VNode } from "preact";
import { coverFields, type CoverField } from "../../app/sharing.ts";
import { Actions, Button } from "../parts/button.tsx";
import { useT } from "../parts/context.tsx";
import { Field, useDraft } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";

export interface CoverProps {
  readonly crumb: string;
  readonly onBack: () => void;
  readonly onNext: (cover: Readonly<Partial<Record<CoverField, string>>>) => void;
}

/** The cover sheet. Nothing is inferred: a field holds what the person wrote, or nothing. */
export const Cover = ({ crumb, onBack, onNext }: CoverProps): VNode => {
  const t = useT();
  // The fields are a constant list, so the hooks are called in the same order every time.
  const drafts = coverFields.map((field) => [field, useDraft(`cover-sheet:${field}`)] as const);
  return (
    <Page heading={t("share.cover-heading")} lead={t("share.cover-lead")} crumb={crumb}>
      {drafts.map(([field, [value, setValue]]) => (
        <Field key={field} kind="lines" rows={2} label={t(`share.cover-${field}`)} value={value} onValue={setValue} />
      ))}
      <Button onClick={() => onNext(Object.fromEntries(drafts.map(([field, [value]]) => [field, value])))}>{t("common.continue")}</Button>
      <Actions>
        <Button kind="link" onClick={onBack}>
          {t("common.back")}
        </Button>
      </Actions>
    </Page>
  );
};

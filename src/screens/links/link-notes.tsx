import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Link } from "../../case/state.ts";
import { Row, Rows, Section } from "../parts/box.tsx";
import { Button } from "../parts/button.tsx";
import { Tick } from "../parts/checklist.tsx";
import { useApp, useCase, useT } from "../parts/context.tsx";
import { Field, useDraft } from "../parts/field.tsx";
import { UserText } from "../parts/text.tsx";

const fields = ["uploader", "caption", "posted-at", "found-at", "hint"] as const;
type NoteField = (typeof fields)[number];

const OneField = ({ link, field, onDone }: { readonly link: Link; readonly field: NoteField; readonly onDone: () => void }): VNode => {
  const t = useT();
  const app = useApp();
  const known = link.notes[field] ?? "";
  const [draft, setDraft] = useDraft(`link-${field}:${link.id}`);
  const [text, setText] = useState(draft === "" ? known : draft);
  const save = async (): Promise<void> => {
    if (!(await app.act({ do: "note-link", link: link.id, field, value: text }))) return;
    setDraft("");
    onDone();
  };
  return (
    <div class="card">
      <Field
        label={t(`link.note-${field}`)}
        hint={t(`link.note-${field}-hint`)}
        kind={field === "uploader" || field === "posted-at" || field === "found-at" ? "text" : "lines"}
        rows={3}
        value={text}
        onValue={(next) => {
          setText(next);
          setDraft(next);
        }}
      />
      <Button disabled={text.trim() === "" || text === known} onClick={() => void save()}>
        {t("common.save")}
      </Button>
      <Button kind="link" onClick={onDone}>
        {t("common.cancel")}
      </Button>
    </div>
  );
};

/** What the person writes down about a link, one thing at a time. `first`: opened at once, when a step asks for it. */
export const LinkNotes = ({ link, first }: { readonly link: Link; readonly first: boolean }): VNode => {
  const t = useT();
  const [editing, setEditing] = useState<NoteField | null>(first && link.notes.uploader === undefined ? "uploader" : null);
  return (
    <Section title={t("link.notes")}>
      {editing === null ? null : <OneField key={editing} link={link} field={editing} onDone={() => setEditing(null)} />}
      <Rows label={t("link.notes")}>
        {fields.map((field) => {
          const value = link.notes[field];
          return (
            <Row
              key={field}
              title={t(`link.note-${field}`)}
              detail={value === undefined ? t("link.note-none") : <UserText text={value} />}
              onClick={() => setEditing(field)}
            />
          );
        })}
      </Rows>
      <p class="quiet small">{t("timeline.court")}</p>
    </Section>
  );
};

/** Which of the named pictures is there. */
export const LinkPictures = ({ link }: { readonly link: Link }): VNode | null => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  if (state.pictures.size === 0) return null;
  const set = (picture: string, on: boolean): void => {
    const pictures = on ? [...link.pictures, picture] : link.pictures.filter((one) => one !== picture);
    void app.act({ do: "set-link-pictures", link: link.id, pictures });
  };
  return (
    <Section title={t("link.pictures")}>
      {[...state.pictures.values()].map(({ id, label }) => (
        <Tick key={id} checked={link.pictures.includes(id)} onChange={(on) => set(id, on)}>
          <UserText text={label} />
        </Tick>
      ))}
    </Section>
  );
};

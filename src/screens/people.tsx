import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside, Pill, Row, Rows, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { Tick } from "./parts/checklist.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Field, useDraft } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";

/** Notes one person. */
const AddPerson = (): VNode => {
  const t = useT();
  const app = useApp();
  const [name, setName] = useDraft("person-name");
  const [relation, setRelation] = useDraft("person-relation");
  const [told, setTold] = useState(false);
  const save = async (): Promise<void> => {
    if (!(await app.act({ do: "add-person", person: app.newId(), name: name.trim(), relation: relation.trim(), told }))) return;
    setName("");
    setRelation("");
    setTold(false);
    app.say({ tone: "done", key: "people.saved" });
  };
  return (
    <Section title={t("people.add")}>
      <Field label={t("people.name")} value={name} onValue={setName} />
      <Field label={t("people.relation")} hint={t("people.relation-hint")} value={relation} onValue={setRelation} />
      <Tick checked={told} onChange={setTold}>
        {t("people.told")}
      </Tick>
      <Button disabled={name.trim() === ""} onClick={() => void save()}>
        {t("people.save")}
      </Button>
    </Section>
  );
};

/** Whom to tell, and what to think of before; then those who were noted. Early, never forced; nobody is written to. */
export const People = (): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  return (
    <Page heading={t("people.heading")} lead={t("people.lead")}>
      <Aside>
        <ul class="bullets">
          <li>
            <strong>{t("people.choose")}</strong>
          </li>
          <li>{t("people.mandated")}</li>
          <li>{t("people.no-picture")}</li>
        </ul>
      </Aside>
      {state.people.size === 0 ? null : (
        <Rows label={t("people.heading")}>
          {[...state.people.values()].map(({ id, name, relation, told }) => (
            <Row
              key={id}
              title={<UserText text={name} />}
              {...(relation === "" ? {} : { detail: <UserText text={relation} /> })}
              end={<Pill tone={told ? "green" : "plain"}>{t(told ? "people.is-told" : "people.not-told")}</Pill>}
              onClick={() => go("person", { person: id })}
            />
          ))}
        </Rows>
      )}
      <AddPerson />
      <p class="quiet small">{t("people.nothing-sent")}</p>
    </Page>
  );
};

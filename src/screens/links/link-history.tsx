import type { VNode } from "preact";
import { linkMoments, type LinkMoment } from "../../app/links-view.ts";
import { timelineTexts } from "../../app/timeline-texts.ts";
import type { Link } from "../../case/state.ts";
import { Section } from "../parts/box.tsx";
import { useCase, useT } from "../parts/context.tsx";
import { UserText } from "../parts/text.tsx";
import { When } from "../parts/when.tsx";

const answers = ["received", "needs-more", "removed", "refused", "partly", "silent"] as const;

const Saying = ({ moment }: { readonly moment: LinkMoment }): VNode => {
  const t = useT();
  const { what, name } = moment;
  const answer = answers.find((one) => one === name);
  if (what === "answer" && answer !== undefined) return <p>{t("link.was-answer", { answer: t(`report.answer-${answer}`) })}</p>;
  return (
    <p>
      {t(`link.was-${what}`)}{" "}
      {what === "shown" || what === "asked" || what === "out" ? (
        <span lang="en">{timelineTexts.engine(name)}</span>
      ) : name === "" || what === "answer" ? null : (
        <UserText text={name} />
      )}
    </p>
  );
};

/** What happened to one link, oldest first. */
export const LinkHistory = ({ link }: { readonly link: Link }): VNode => {
  const t = useT();
  const { state } = useCase();
  return (
    <Section title={t("link.history")}>
      <ol class="moments">
        {linkMoments(state, link).map((moment) => (
          <li key={`${String(moment.seq)} ${moment.what}`}>
            <Saying moment={moment} />
            <p class="quiet small">
              <When at={moment.at} {...(moment.offset === undefined ? {} : { offset: moment.offset })} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
};

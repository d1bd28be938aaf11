import type { VNode } from "preact";
import { errorKey } from "../../app/errors.ts";
import type { ManyTaken } from "../../app/intake-many.ts";
import { Row, Rows, Section } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useGo, useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";
import { LinkText } from "../parts/text.tsx";

/** What became of many files, when it is not simply that all are kept: said in numbers, and each that is not kept with its reason. */
export const ManyDone = ({
  ended: { taken, failed, left },
  crumb,
  onOpen,
  onBack,
}: {
  readonly ended: ManyTaken;
  readonly crumb: string;
  readonly onOpen: (evidence: string) => void;
  readonly onBack: () => void;
}): VNode => {
  const t = useT();
  const go = useGo();
  const count = (which: "joined" | "there"): number => taken.filter(({ how }) => how === which).length;
  const first = taken.find(({ how }) => how === "kept") ?? taken[0];
  return (
    <Page heading={t("intake.kept-of", { kept: taken.length, n: taken.length + failed.length + left })} crumb={crumb}>
      {count("joined") === 0 ? null : <p>{t("intake.joined", { n: count("joined") })}</p>}
      {count("there") === 0 ? null : <p>{t("intake.there", { n: count("there") })}</p>}
      {left === 0 ? null : <p>{t("intake.left", { n: left })}</p>}
      {failed.length === 0 ? null : (
        <Section title={t("intake.not-kept")}>
          <Rows label={t("intake.not-kept")}>
            {failed.map(({ name, error }, i) => (
              <Row key={i} title={<LinkText text={name} short />} detail={t(errorKey(error))} />
            ))}
          </Rows>
        </Section>
      )}
      <Button onClick={() => (first === undefined ? go("now", {}, "replace") : onOpen(first.evidence))}>{t("common.done")}</Button>
      <Actions>
        <Button kind="link" onClick={onBack}>
          {t("picture.other-file")}
        </Button>
      </Actions>
    </Page>
  );
};

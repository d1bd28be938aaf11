import type { VNode } from "preact";
import { stillsOf } from "../../app/made.ts";
import type { Evidence } from "../../case/state.ts";
import { Row, Rows, Section } from "../parts/box.tsx";
import { useCase, useGo, useT } from "../parts/context.tsx";
import { momentWords } from "../parts/keep-still.tsx";
import { UserText } from "../parts/text.tsx";

/** Which page or frame a kept picture is; null for any other. */
const usePlace = (): ((item: Evidence) => string | null) => {
  const t = useT();
  return ({ source }) => {
    if (source?.how === "page") return t("viewing.still-page", { at: source.at });
    return source?.how === "still" ? t("viewing.still-frame", { at: momentWords(source.at) }) : null;
  };
};

/** Between a file and the pages or frames of it that are kept as pictures: the way from each to the other. */
export const StillsPart = ({ item }: { readonly item: Evidence }): VNode | null => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const placeOf = usePlace();
  const place = placeOf(item);
  const from = place === null ? undefined : state.evidence.get(item.source?.evidence ?? "");
  const stills = stillsOf(state, item.id);
  return (
    <>
      {place === null || from === undefined ? null : (
        <Section title={t("viewing.made-from")}>
          <Rows label={t("viewing.made-from")}>
            <Row
              title={place}
              detail={from.forgotten ? t("picture.forgotten") : <UserText text={from.name} />}
              onClick={() => go("picture", { evidence: from.id })}
            />
          </Rows>
        </Section>
      )}
      {stills.length === 0 ? null : (
        <Section title={t("viewing.stills")}>
          <Rows label={t("viewing.stills")}>
            {stills.map((still) => (
              <Row
                key={still.id}
                title={placeOf(still) ?? ""}
                detail={<UserText text={still.name} />}
                onClick={() => go("picture", { evidence: still.id })}
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
};

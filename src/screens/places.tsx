import type { VNode } from "preact";
import { GonePill } from "./links/gone-pill.tsx";
import { EmptyState, Row, Rows } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";

/** Groups and channels. */
export const Places = (): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const add = (kind: "main" | "side"): VNode => (
    <Button kind={kind} onClick={() => go("add-place")}>
      {t("link.place-add")}
    </Button>
  );
  return (
    <Page heading={t("case.places")}>
      {state.places.size === 0 ? (
        <EmptyState action={add("main")}>{t("link.place-empty")}</EmptyState>
      ) : (
        <>
          <Rows label={t("case.places")}>
            {[...state.places.values()].map((place) => (
              <Row
                key={place.id}
                title={<UserText text={place.name} />}
                pills={<GonePill thing={place} />}
                onClick={() => go("place", { place: place.id })}
              />
            ))}
          </Rows>
          {add("side")}
        </>
      )}
    </Page>
  );
};

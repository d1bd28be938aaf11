import type { VNode } from "preact";
import { sameWithin, type Held } from "../../app/fingerprints.ts";
import { Card } from "../parts/box.tsx";
import { useT } from "../parts/context.tsx";
import { WhyNoPdq } from "./values.tsx";

/** What holding a file against a fingerprint came to, in words first and in numbers for those who ask. */
export const Verdict = ({ held }: { readonly held: Held }): VNode => {
  const t = useT();
  const { verdict, distance, noPdq, isPlain } = held;
  return (
    <Card>
      <div role="status">
        <h2 class="large-head">{t(`fingerprint.${verdict}`)}</h2>
      </div>
      {verdict === "cant-tell" ? null : <p>{t(`fingerprint.${verdict}-means`)}</p>}
      {verdict !== "cant-tell" ? null : distance !== null ? (
        <p>{t("fingerprint.cant-tell-between")}</p>
      ) : noPdq !== null ? (
        <WhyNoPdq why={noPdq} type="" />
      ) : (
        <p>{t(isPlain ? "fingerprint.cant-tell-plain" : "fingerprint.cant-tell-known")}</p>
      )}
      {distance === null ? null : <p class="quiet small">{t("fingerprint.distance", { n: distance, most: sameWithin })}</p>}
      <p class="quiet small">{t("fingerprint.kept-result")}</p>
    </Card>
  );
};

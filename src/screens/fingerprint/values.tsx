import type { VNode } from "preact";
import { leastQuality, type NoPdq } from "../../app/fingerprints.ts";
import type { Fingerprint } from "../../case/events.ts";
import { Actions } from "../parts/button.tsx";
import { Copy } from "../parts/copy.tsx";
import { useT } from "../parts/context.tsx";
import { LinkText } from "../parts/text.tsx";

/** One value in full, with what it is for; copying it, and clearing what was copied. */
const Value = ({ name, means, value }: { readonly name: string; readonly means: string; readonly value: string }): VNode => {
  const t = useT();
  return (
    <div>
      <h3 class="small-head">{name}</h3>
      <p class="quiet small">{means}</p>
      <p class="small">
        <LinkText text={value} />
      </p>
      <Actions>
        <Copy text={value} label={t("fingerprint.copy", { name })} />
      </Actions>
    </div>
  );
};

/** Why there is no fingerprint of what a file looks like; of an earlier one it is not known any more. */
export const WhyNoPdq = ({ why, type }: { readonly why: NoPdq; readonly type: string }): VNode => {
  const t = useT();
  const known = why ?? (type.startsWith("image/") ? null : "no-picture");
  return (
    <p>
      {t("fingerprint.no-pdq")} {known === null ? null : t(`fingerprint.${known}`)} {t("fingerprint.still-two")}
    </p>
  );
};

export interface ValuesProps extends Fingerprint {
  readonly sha256: string;
  readonly type: string;
  /** Known just after it was made. */ readonly why: NoPdq;
}

/** The values of one fingerprint, to be copied. */
export const Values = ({ sha256, md5, pdq, quality, type, why }: ValuesProps): VNode => {
  const t = useT();
  const isGood = (quality ?? 0) >= leastQuality;
  return (
    <>
      {pdq === null ? (
        <WhyNoPdq why={why} type={type} />
      ) : (
        <Value
          name={t("fingerprint.pdq")}
          means={`${t("fingerprint.pdq-means")} ${t(isGood ? "fingerprint.quality-good" : "fingerprint.quality-low", { n: quality ?? 0 })}`}
          value={pdq}
        />
      )}
      <Value name={t("fingerprint.sha256")} means={t("fingerprint.sha256-means")} value={sha256} />
      {md5 === null ? null : <Value name={t("fingerprint.md5")} means={t("fingerprint.md5-means")} value={md5} />}
    </>
  );
};

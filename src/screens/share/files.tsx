import type { VNode } from "preact";
import { kindWord } from "../../app/file-words.ts";
import type { FileWord } from "../../app/sharing.ts";
import { Aside, Section } from "../parts/box.tsx";
import { useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { UserText } from "../parts/text.tsx";

/** Each file that goes: as a copy without hidden details, or as it is and why. `exact`: the person asked for that. */
export const GoingFiles = ({ files, exact }: { readonly files: readonly FileWord[]; readonly exact: boolean }): VNode => {
  const t = useT();
  const tag = useTag();
  const kept = files.filter(({ why }) => why !== null);
  return (
    <Section title={t("share.preview-files", { n: files.length })}>
      {exact && files.some(({ goes }) => goes === "exact") ? (
        <Aside tone="amber" title={t("metadata.all-exact")}>
          <p>{t("metadata.all-exact-means")}</p>
        </Aside>
      ) : null}
      {kept.length === 0 ? null : (
        <Aside tone="amber" title={t("metadata.some-exact", { n: kept.length })}>
          <p>{t("metadata.some-exact-means")}</p>
        </Aside>
      )}
      <ul class="card share-files">
        {files.map(({ name, size, type, goes, why }) => (
          <li key={name}>
            <UserText text={name} /> <span class="quiet">{sizeWords(tag, size)}</span>
            {goes === "plain" ? null : (
              <p class="quiet small">
                {goes === "copy" ? t("metadata.goes-copy") : `${t(kindWord(type))}, ${t("metadata.goes-exact")}`}
                {why === null ? null : `. ${t(`metadata.why-${why}`)}`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

import type { VNode } from "preact";
import type { OpenedBundle } from "../../app/types.ts";
import { Aside } from "../parts/box.tsx";
import { useT } from "../parts/context.tsx";
import { LinkText, UserText } from "../parts/text.tsx";

/** Which files are copies, and what their originals are known by. Nothing where there are none. */
export const Copies = ({ copies }: Pick<OpenedBundle, "copies">): VNode | null => {
  const t = useT();
  if (copies.length === 0) return null;
  return (
    <Aside title={t("metadata.received", { n: copies.length })}>
      <p>{t("metadata.received-means")}</p>
      <details class="small">
        <summary>{t("metadata.received-originals")}</summary>
        <ul>
          {copies.map(({ path, of }) => (
            <li key={path}>
              <UserText text={path.slice(path.lastIndexOf("/") + 1)} /> <LinkText text={of} />
            </li>
          ))}
        </ul>
      </details>
    </Aside>
  );
};

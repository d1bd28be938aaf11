import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AppBuild } from "../app/types.ts";
import changelog from "../changelog.json";
import { Card } from "./parts/box.tsx";
import { useApp, useT } from "./parts/context.tsx";
import { UpdateOffer } from "./parts/update-offer.tsx";

/** Version, hash of the build, and what changed, in words for the person. */
export const About = (): VNode => {
  const t = useT();
  const app = useApp();
  const [build, setBuild] = useState<AppBuild | undefined>(undefined);
  useEffect(() => {
    void app.currentBuild().then(setBuild);
  }, [app]);
  return (
    <>
      <UpdateOffer />
      <Card>
        <p>{t("settings.version", { version: build?.version ?? changelog[0]?.version ?? "" })}</p>
        {build === undefined ? null : (
          <p class="small">
            {t("settings.build", { hash: "" })}
            <bdi class="address">{build.hash}</bdi>
          </p>
        )}
        <details>
          <summary>{t("settings.changes")}</summary>
          {changelog.map(({ version, date, changes }) => (
            <div key={version} lang="en">
              <p class="quiet small">
                {version}, {date}
              </p>
              <ul class="bullets">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      </Card>
    </>
  );
};

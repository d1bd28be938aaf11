import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { openedReport } from "../../app/opened-bundle.ts";
import { kindOf, viewedInBundle } from "../../app/viewing.ts";
import type { OpenedBundle } from "../../app/types.ts";
import { Section } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useT, useTag } from "../parts/context.tsx";
import { Covered } from "../parts/covered.tsx";
import { sizeWords } from "../parts/dates.ts";
import { Page } from "../parts/page.tsx";
import { PagesFile } from "../parts/pages-file.tsx";
import { Player } from "../parts/player.tsx";
import { TextFile } from "../parts/text-file.tsx";
import { UserText } from "../parts/text.tsx";
import { ReportView } from "../share/report-view.tsx";

type OpenedFile = OpenedBundle["files"][number];

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** What the sealed file says it is; only types as they are commonly written, since a player gets them as they are. */
const shownAs = ({ type }: OpenedFile): ReturnType<typeof kindOf> | "picture" =>
  /^(?:(?:image|video|audio|text|message|multipart)\/[a-z0-9.+-]+|application\/pdf)$/u.test(type)
    ? type.startsWith("image/")
      ? "picture"
      : kindOf(type)
    : "other";

/** Behind a cover until tapped; what cannot be shown by its name. */
const Shown = ({ file, bytes }: { readonly file: OpenedFile; readonly bytes: () => Promise<ArrayBuffer | null> }): VNode => {
  const tag = useTag();
  const app = useApp();
  const label = nameOf(file.path);
  const viewed = useMemo(() => viewedInBundle(app, file), [app, file]);
  const kind = shownAs(file);
  const name = (
    <p>
      <UserText text={label} /> <span class="quiet">{sizeWords(tag, file.size)}</span>
    </p>
  );
  if (kind === "picture") return <Covered type={file.type} size={file.size} bytes={bytes} label={label} />;
  if (kind === "other") return name;
  return (
    <>
      {name}
      {kind === "words" ? (
        <TextFile file={viewed} label={label} />
      ) : kind === "pages" ? (
        <PagesFile file={viewed} item={null} label={label} />
      ) : (
        <Player kind={kind} file={viewed} item={null} label={label} />
      )}
    </>
  );
};

/** The report and the files. Nothing is saved unless the reader says so; closing is the first choice. */
export const Read = ({ bundle, onClose }: { readonly bundle: OpenedBundle; readonly onClose: () => void }): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const report = useMemo(() => openedReport(bundle, t, tag), [bundle, t, tag]);
  const files = bundle.files.filter(({ path }) => path.startsWith("data/evidence/"));

  const bytes = async (path: string): Promise<ArrayBuffer | null> => {
    const read = await (await app.exporter()).readOpened(path);
    return app.tell(read) ? read.value : null;
  };
  const save = async (path: string): Promise<void> => {
    const done = await app.device.saveFile(() => bytes(path), nameOf(path));
    if (done === "saved") app.say({ tone: "info", key: "open.saved" });
  };
  const row = (file: OpenedFile): VNode => (
    <li key={file.path} class="stack">
      <Shown file={file} bytes={() => bytes(file.path)} />
      <Actions>
        <Button kind="link" label={`${t("open.save-file")}: ${nameOf(file.path)}`} onClick={() => void save(file.path)}>
          {t("open.save-file")}
        </Button>
      </Actions>
    </li>
  );

  return (
    <Page heading={t("open.report")} crumb={t("open.heading")}>
      <ReportView report={report} />
      {files.length === 0 ? null : (
        <Section title={t("open.files")}>
          <p class="quiet">{t("open.files-lead")}</p>
          <ul class="stack">{files.map(row)}</ul>
        </Section>
      )}
      <Button onClick={onClose}>{t("open.close")}</Button>
      <Actions>
        <Button kind="link" onClick={() => void save("data/report.pdf")}>
          {t("open.save-report")}
        </Button>
      </Actions>
    </Page>
  );
};

import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { keepPage } from "../../app/made.ts";
import type { DrawnPage, OpenPages, PagesError } from "../../app/types.ts";
import { readRange, type Viewed } from "../../app/viewing.ts";
import type { Evidence } from "../../case/state.ts";
import { err } from "../../lib/result.ts";
import { Button } from "./button.tsx";
import { useApp, useT } from "./context.tsx";
import { KeepButton, type KeepButtonProps } from "./keep-still.tsx";
import { PageNumber } from "./page-number.tsx";
import { Uncover } from "./uncover.tsx";
import "../style/viewing.css";

interface PagesProps {
  readonly file: Viewed;
  /** Of this record, so that a page of it can be kept; null: of a file that somebody sent. */
  readonly item: Evidence | null;
  /** What it is, for a screen reader. */
  readonly label: string;
}

/** What has come of a page: drawn without some things, or not drawn. */
type Outcome = { readonly lacks: DrawnPage["lacks"] } | { readonly failed: PagesError };

/** Reached and scrolled with the keyboard, where the browser does not see to that by itself. */
const scrolled = { tabIndex: 0, role: "group" } as const;

/** Opens it once, and ends its worker when it is left. */
const useOpened = (file: Viewed, onFailed: (why: PagesError) => void): OpenPages | null => {
  const app = useApp();
  const [pages, setPages] = useState<OpenPages | null>(null);
  useEffect(() => {
    let left = false;
    let opened: OpenPages | undefined;
    const open = async (): Promise<void> => {
      const answer = await app.pages({ size: file.size, read: (from, to) => readRange(file, from, to) });
      if (!left && !answer.ok) onFailed(answer.error);
      if (!answer.ok) return;
      if (left) return answer.value.end();
      opened = answer.value;
      setPages(opened);
    };
    void open();
    return () => {
      left = true;
      opened?.end();
    };
  }, []);
  return pages;
};

/** One page at a time is held, as what is on the screen. */
const Pages = ({ file, item, label, onFailed }: PagesProps & { readonly onFailed: (why: PagesError) => void }): VNode => {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pages = useOpened(file, onFailed);
  const [page, setPage] = useState(1);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isLarge, setLarge] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  useEffect(() => {
    const target = canvas.current;
    if (pages === null || target === null) return undefined;
    let left = false;
    setOutcome(null);
    const draw = async (): Promise<void> => {
      const drawn = await pages.draw(page);
      if (!drawn.ok) {
        if (!left) setOutcome({ failed: drawn.error });
        return;
      }
      const { picture, lacks } = drawn.value;
      if (left) return picture.close();
      target.width = picture.width;
      target.height = picture.height;
      // Handed over and not copied.
      target.getContext("bitmaprenderer")?.transferFromImageBitmap(picture);
      setOutcome({ lacks });
    };
    void draw();
    return () => {
      left = true;
      // A canvas of no size holds no pixels.
      target.width = 0;
    };
  }, [pages, page]);
  const keep =
    (from: Evidence): KeepButtonProps["keep"] =>
    async (app) => {
      const drawn = await pages?.draw(page);
      if (drawn?.ok !== true) return err({ code: "still-unreadable" });
      const kept = await keepPage(app, from, page, drawn.value.picture);
      drawn.value.picture.close();
      return kept;
    };
  // What is kept is the page that is seen, so no other is turned to meanwhile.
  const isBusy = outcome === null || isKeeping;
  const isDrawn = outcome !== null && "lacks" in outcome;
  const count = pages?.count ?? 1;
  return (
    <>
      <figcaption class="quiet small">{t("viewing.pages-note")}</figcaption>
      {pages?.hasMore === true ? <p>{t("viewing.pages-more", { n: count })}</p> : null}
      {pages === null || outcome === null ? (
        <p role="status">{t(pages === null ? "viewing.pages-opening" : "viewing.page-drawing")}</p>
      ) : null}
      {outcome !== null && "failed" in outcome ? (
        <p role="status">
          {t(
            outcome.failed === "slow" ? "viewing.page-slow" : outcome.failed === "unread" ? "viewing.pages-unread" : "viewing.page-damaged",
          )}
        </p>
      ) : null}
      <div class={isLarge ? "kept-page large" : "kept-page"} {...(isLarge ? scrolled : {})} hidden={!isDrawn}>
        <canvas ref={canvas} role="img" aria-label={`${label}. ${t("viewing.page-of", { page, pages: count })}`} />
      </div>
      {isDrawn ? outcome.lacks.map((what) => <p key={what}>{t(`viewing.lacks-${what}`)}</p>) : null}
      {pages === null ? null : (
        <div class="page-tools" role="group" aria-label={label}>
          <p role="status">{t("viewing.page-of", { page, pages: count })}</p>
          {count === 1 ? null : (
            <>
              <Button kind="side" disabled={page === 1} busy={isBusy} onClick={() => setPage(page - 1)}>
                {t("viewing.page-before")}
              </Button>
              <Button kind="side" disabled={page === count} busy={isBusy} onClick={() => setPage(page + 1)}>
                {t("viewing.page-next")}
              </Button>
            </>
          )}
          <Button kind="side" busy={!isDrawn} onClick={() => setLarge(!isLarge)}>
            {t(isLarge ? "viewing.page-whole" : "viewing.page-larger")}
          </Button>
        </div>
      )}
      {count > 5 ? <PageNumber count={count} disabled={isBusy} onGo={setPage} /> : null}
      {pages === null || item === null ? null : (
        <KeepButton words={t("viewing.page-keep")} disabled={!isDrawn} onBusy={setKeeping} keep={keep(item)} />
      )}
    </>
  );
};

/** The pages of a PDF behind a cover, drawn one by one in a worker that has nothing but this file. */
export const PagesFile = ({ file, item, label }: PagesProps): VNode => {
  const t = useT();
  return (
    <Uncover type={file.type} size={file.size} label={label}>
      {(fail) => <Pages file={file} item={item} label={label} onFailed={(why) => fail(t(`viewing.pages-${why}`))} />}
    </Uncover>
  );
};

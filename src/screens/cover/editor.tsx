import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import {
  addInMiddle,
  nudgeCover,
  placeOf,
  removeCover,
  suggestAgain,
  undoCovers,
  type Area,
  type Covers,
  type Nudge,
} from "../../app/covers.ts";
import { Actions, Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useT } from "../parts/context.tsx";
import { Stage } from "./stage.tsx";

export interface EditorProps {
  readonly picture: ImageBitmap;
  readonly suggested: readonly Area[];
  readonly covers: Covers;
  readonly onChange: (covers: Covers) => void;
}

const zooms = [1, 1.5, 2, 3, 4] as const;
const moves: readonly Nudge[] = ["left", "right", "up", "down"];
const sizes: readonly Nudge[] = ["wider", "narrower", "taller", "shorter"];

/** Covers on a picture: by finger, by mouse, by keys, and by buttons for whoever has none of these. All that happens is said as well. */
export const Editor = ({ picture, suggested, covers, onChange }: EditorProps): VNode => {
  const t = useT();
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [zoom, setZoom] = useState(0);
  const [mode, setMode] = useState<"draw" | "scroll">("draw");
  const [said, setSaid] = useState("");
  /** The cover that takes focus once it is drawn. */
  const [focus, setFocus] = useState<number | null>(null);
  const scale = zooms[zoom] ?? 1;
  const index = covers.list.findIndex(({ id }) => id === chosen);

  useLayoutEffect(() => {
    if (focus === null) return;
    root.current?.querySelector<HTMLElement>(`[data-cover="${String(focus)}"]`)?.focus({ preventScroll: true });
    setFocus(null);
  }, [focus]);

  const placeWords = (next: Covers, id: number): string => {
    const at = next.list.findIndex((cover) => cover.id === id);
    const cover = next.list[at];
    return cover === undefined ? "" : t("cover.place", { n: at + 1, ...placeOf(next, cover) });
  };
  const nudge = (id: number, how: Nudge): void => {
    const next = nudgeCover(covers, id, how);
    onChange(next);
    setSaid(placeWords(next, id));
  };
  const remove = (id: number): void => {
    const at = covers.list.findIndex((cover) => cover.id === id);
    const next = removeCover(covers, id);
    const neighbour = next.list[Math.min(at, next.list.length - 1)]?.id ?? null;
    onChange(next);
    setChosen(neighbour);
    setFocus(neighbour);
    setSaid(t("cover.said-removed"));
    // Nothing is left to stand on but the button that adds one.
    if (neighbour === null) root.current?.querySelector<HTMLElement>(".cover-tools button")?.focus();
  };
  const add = (): void => {
    const next = addInMiddle(covers);
    onChange(next);
    setChosen(covers.nextId);
    setFocus(covers.nextId);
    setSaid(`${t("cover.said-added")} ${placeWords(next, covers.nextId)}`);
  };
  const nudges = (list: readonly Nudge[]): readonly VNode[] =>
    list.map((how) => (
      <Button key={how} kind="side" onClick={() => chosen !== null && nudge(chosen, how)}>
        {t(`cover.${how}`)}
      </Button>
    ));
  return (
    <div ref={root}>
      <p>{t("cover.how")}</p>
      <Choice
        legend={t("cover.mode")}
        as="line"
        options={[
          { value: "draw", label: t("cover.mode-draw") },
          { value: "scroll", label: t("cover.mode-scroll") },
        ]}
        value={mode}
        onChange={setMode}
      />
      <Stage
        picture={picture}
        covers={covers}
        chosen={chosen}
        zoom={scale}
        draws={mode === "draw"}
        onChoose={setChosen}
        onChange={onChange}
        onNudge={nudge}
        onRemove={remove}
      />
      <p class="visually-hidden" role="status">
        {said}
      </p>
      <div class="cover-tools">
        <Button kind="side" onClick={add}>
          {t("cover.add")}
        </Button>
        <Button
          kind="side"
          disabled={covers.past.length === 0}
          onClick={() => {
            onChange(undoCovers(covers));
            setSaid(t("cover.said-undone"));
          }}
        >
          {t("cover.undo")}
        </Button>
        <Button kind="side" disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
          {t("cover.zoom-in")}
        </Button>
        <Button kind="side" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {t("cover.zoom-out")}
        </Button>
      </div>
      {chosen === null || index === -1 ? (
        <p class="quiet small">{t("cover.pick")}</p>
      ) : (
        <div class="card" role="group" aria-label={t("cover.one", { n: index + 1 })}>
          <h2 class="small-head">{t("cover.one", { n: index + 1 })}</h2>
          <div class="cover-tools four">{nudges(moves)}</div>
          <div class="cover-tools four">{nudges(sizes)}</div>
          <Actions>
            <Button kind="link" onClick={() => remove(chosen)}>
              {t("cover.remove")}
            </Button>
          </Actions>
        </div>
      )}
      {suggested.length === 0 ? null : (
        <Actions>
          <Button
            kind="link"
            onClick={() => {
              onChange(suggestAgain(covers, suggested));
              setChosen(null);
              setSaid(t("cover.said-suggested"));
            }}
          >
            {t("cover.suggest")}
          </Button>
        </Actions>
      )}
      <details class="small">
        <summary>{t("cover.keys")}</summary>
        <p class="quiet">{t("cover.how-keys")}</p>
      </details>
    </div>
  );
};

import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { between, placeCover, addCover, placeOf, type Area, type Cover, type Covers, type Nudge } from "../../app/covers.ts";
import { useT } from "../parts/context.tsx";

export interface StageProps {
  readonly picture: ImageBitmap;
  readonly covers: Covers;
  readonly chosen: number | null;
  /** 1: as wide as the screen. */ readonly zoom: number;
  /** False: a finger moves the picture in its frame. */ readonly draws: boolean;
  readonly onChoose: (id: number | null) => void;
  readonly onChange: (covers: Covers) => void;
  readonly onNudge: (id: number, nudge: Nudge) => void;
  readonly onRemove: (id: number) => void;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}
/** A finger or mouse that is down: drawing a new cover, moving one, or pulling at its corner. */
interface Gesture {
  readonly what: "draw" | "move" | "size";
  readonly id: number;
  readonly from: Spot;
  readonly area: Area;
}

const keys: Readonly<Record<string, readonly [plain: Nudge, shifted: Nudge]>> = {
  ArrowLeft: ["left", "narrower"],
  ArrowRight: ["right", "wider"],
  ArrowUp: ["up", "shorter"],
  ArrowDown: ["down", "taller"],
};

const percent = (part: number, whole: number): string => `${String((part / whole) * 100)}%`;

/** Where the gesture has brought its cover by now. */
const areaOf = ({ what, from, area }: Gesture, to: Spot): Area => {
  if (what === "draw") return between(from, to);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return what === "move"
    ? { ...area, x: area.x + dx, y: area.y + dy }
    : { ...area, width: Math.max(1, area.width + dx), height: Math.max(1, area.height + dy) };
};

/** The picture with its covers on it. Every cover is a button that moves by arrow keys; what is drawn is what will be burned in. */
export const Stage = ({ picture, covers, chosen, zoom, draws, onChoose, onChange, onNudge, onRemove }: StageProps): VNode => {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  // A quick hand moves and lifts before anything is drawn anew, so what it does is not kept in what is drawn.
  const gesture = useRef<Gesture | null>(null);
  const [live, setLive] = useState<{ readonly of: Gesture; readonly area: Area } | null>(null);
  const { width, height } = covers;

  useLayoutEffect(() => {
    const target = canvas.current;
    if (target === null) return undefined;
    target.width = width;
    target.height = height;
    target.getContext("2d")?.drawImage(picture, 0, 0);
    return () => {
      // A canvas of no size holds no pixels.
      target.width = 0;
    };
  }, [picture, width, height]);

  const spotOf = (event: PointerEvent): Spot => {
    const box = stage.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return { x: 0, y: 0 };
    return { x: ((event.clientX - box.left) / box.width) * width, y: ((event.clientY - box.top) / box.height) * height };
  };
  const begin =
    (what: Gesture["what"], cover?: Cover) =>
    (event: PointerEvent): void => {
      if (!draws || event.button !== 0) return;
      event.stopPropagation();
      stage.current?.setPointerCapture(event.pointerId);
      const from = spotOf(event);
      if (cover !== undefined) onChoose(cover.id);
      gesture.current = { what, id: cover?.id ?? -1, from, area: cover?.area ?? { ...from, width: 0, height: 0 } };
    };
  const move = (event: PointerEvent): void => {
    if (gesture.current !== null) setLive({ of: gesture.current, area: areaOf(gesture.current, spotOf(event)) });
  };
  const drop = (): void => {
    gesture.current = null;
    setLive(null);
  };
  const end = (event: PointerEvent): void => {
    const ended = gesture.current;
    drop();
    if (ended === null) return;
    const to = spotOf(event);
    const area = areaOf(ended, to);
    // A tap is no drag: at least a hundredth of the picture.
    const far = Math.max(Math.abs(to.x - ended.from.x) / width, Math.abs(to.y - ended.from.y) / height);
    if (far < 0.01) return;
    if (ended.what !== "draw") return onChange(placeCover(covers, ended.id, area));
    onChange(addCover(covers, area));
    onChoose(covers.nextId);
  };
  const onKey =
    (id: number) =>
    (event: KeyboardEvent): void => {
      const nudge = keys[event.key]?.[event.shiftKey ? 1 : 0];
      if (nudge === undefined && event.key !== "Delete" && event.key !== "Backspace") return;
      event.preventDefault();
      if (nudge === undefined) onRemove(id);
      else onNudge(id, nudge);
    };
  const shownAt = ({ id, area }: Cover): Area => (live?.of.id === id ? live.area : area);
  const place = (area: Area) => ({
    left: percent(area.x, width),
    top: percent(area.y, height),
    width: percent(area.width, width),
    height: percent(area.height, height),
  });
  return (
    <div class="cover-frame" role="group" aria-label={t("cover.picture")}>
      <div
        ref={stage}
        class={draws ? "cover-stage draws" : "cover-stage"}
        style={{ width: percent(zoom, 1) }}
        onPointerDown={begin("draw")}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={drop}
      >
        <canvas ref={canvas} role="img" aria-label={t("cover.picture")} />
        {covers.list.map((cover, i) => (
          <button
            key={cover.id}
            type="button"
            class="cover-box"
            data-cover={cover.id}
            aria-pressed={chosen === cover.id}
            aria-label={t("cover.place", { n: i + 1, ...placeOf(covers, cover) })}
            style={place(shownAt(cover))}
            onPointerDown={begin("move", cover)}
            onClick={() => onChoose(cover.id)}
            onFocus={() => onChoose(cover.id)}
            onKeyDown={onKey(cover.id)}
          >
            <span aria-hidden="true">{i + 1}</span>
          </button>
        ))}
        {covers.list.map((cover) =>
          chosen !== cover.id || !draws ? null : (
            <span
              key={`corner ${String(cover.id)}`}
              class="cover-corner"
              aria-hidden="true"
              style={cornerOf(shownAt(cover), covers)}
              onPointerDown={begin("size", cover)}
            />
          ),
        )}
        {live?.of.what === "draw" ? <span class="cover-box drawing" style={place(live.area)} /> : null}
      </div>
    </div>
  );
};

/** In the corner, but never so far out that half of it is cut off. */
const cornerOf = (area: Area, { width, height }: Covers) => ({
  left: `min(${percent(area.x + area.width, width)}, calc(100% - 1.5rem))`,
  top: `min(${percent(area.y + area.height, height)}, calc(100% - 1.5rem))`,
});

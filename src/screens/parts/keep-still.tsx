import type { RefObject, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { keepFrame } from "../../app/made.ts";
import type { App, AppError } from "../../app/types.ts";
import type { Evidence } from "../../case/state.ts";
import { err, type Result } from "../../lib/result.ts";
import { Button } from "./button.tsx";
import { useApp, useGo, useT } from "./context.tsx";

/** A moment of a film as people read it: minutes, seconds, thousandths. `at`: seconds with three decimals. */
export const momentWords = (at: string): string => {
  const ms = Math.round(Number(at) * 1000);
  const rest = ((ms % 60_000) / 1000).toFixed(3).padStart(6, "0");
  return `${String(Math.floor(ms / 60_000))}:${rest}`;
};

export interface KeepButtonProps {
  readonly words: string;
  readonly disabled?: boolean;
  /** Told when it begins and when it ends. */ readonly onBusy?: (busy: boolean) => void;
  /** Keeps it and answers the new evidence; null when there is nothing to keep, which was said. */
  readonly keep: (app: App) => Promise<Result<string, AppError> | null>;
}

/** Keeps what is seen as a picture of its own, and goes there. */
export const KeepButton = ({ words, disabled = false, onBusy, keep }: KeepButtonProps): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const act = async (): Promise<void> => {
    const say = (now: boolean): void => {
      setBusy(now);
      onBusy?.(now);
    };
    say(true);
    // A browser that rejects what was asked of it made no picture either.
    const made = await keep(app).catch(() => err({ code: "still-unreadable" } as const));
    say(false);
    if (made === null || !app.tell(made)) return;
    go("picture", { evidence: made.value });
    app.say({ tone: "done", key: "viewing.kept" });
  };
  return (
    <>
      <Button kind="side" busy={busy} disabled={disabled} onClick={() => void act()}>
        {busy ? t("viewing.keeping") : words}
      </Button>
      <p class="quiet small">{t("viewing.keep-hint")}</p>
    </>
  );
};

/** The time of the frame that is on the screen, in seconds, as the browser tells it: a moment behind a player that was told to be elsewhere. */
const useFrameTime = (player: RefObject<HTMLVideoElement | null>): RefObject<number | null> => {
  const time = useRef<number | null>(null);
  useEffect(() => {
    const video = player.current;
    // Not in every browser, whatever the types say.
    if (video === null || !("requestVideoFrameCallback" in video)) return undefined;
    const note: VideoFrameRequestCallback = (_, { mediaTime }) => {
      time.current = mediaTime;
      next = video.requestVideoFrameCallback(note);
    };
    let next = video.requestVideoFrameCallback(note);
    return () => video.cancelVideoFrameCallback(next);
  }, []);
  return time;
};

/** How long a player may take to reach a place, in milliseconds. */
const patience = 10_000;

/** Waits until the player is where it was told to be; false: it does not come there. */
const arrived = (video: HTMLVideoElement): Promise<boolean> =>
  new Promise((resolve) => {
    if (!video.seeking) return resolve(true);
    const done = new AbortController();
    const end = (isThere: boolean): void => {
      done.abort();
      clearTimeout(late);
      resolve(isThere);
    };
    const late = setTimeout(() => end(false), patience);
    video.addEventListener("seeked", () => end(true), { signal: done.signal });
    for (const event of ["error", "emptied"]) video.addEventListener(event, () => end(false), { signal: done.signal });
  });

/** The frame that the player shows; undefined while it shows none. */
const frameOf = async (
  video: HTMLVideoElement,
  time: RefObject<number | null>,
): Promise<{ readonly picture: ImageBitmap; readonly seconds: number } | undefined> => {
  video.pause();
  if (!(await arrived(video)) || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return undefined;
  const seconds = time.current ?? video.currentTime;
  return { picture: await createImageBitmap(video), seconds };
};

/** Under a film: what it shows now, kept as a picture. */
export const KeepFrame = ({ item, player }: { readonly item: Evidence; readonly player: RefObject<HTMLVideoElement | null> }): VNode => {
  const t = useT();
  const time = useFrameTime(player);
  const keep: KeepButtonProps["keep"] = async (app) => {
    const frame = player.current === null ? undefined : await frameOf(player.current, time);
    if (frame === undefined) {
      app.say({ tone: "info", key: "viewing.frame-none" });
      return null;
    }
    const kept = await keepFrame(app, item, frame.seconds, frame.picture);
    frame.picture.close();
    return kept;
  };
  return <KeepButton words={t("viewing.frame-keep")} keep={keep} />;
};

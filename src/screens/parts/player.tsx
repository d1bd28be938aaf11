import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Viewed } from "../../app/viewing.ts";
import type { Evidence } from "../../case/state.ts";
import { useApp, useT } from "./context.tsx";
import { KeepFrame } from "./keep-still.tsx";
import { Uncover } from "./uncover.tsx";
import "../style/viewing.css";

interface PlayerProps {
  readonly kind: "film" | "sound";
  readonly file: Viewed;
  /** Of this record, so that a frame of it can be kept; null: of a file that somebody sent. */
  readonly item: Evidence | null;
  /** What it is, for a screen reader. */
  readonly label: string;
}

/**
 * The browser's own player without its ways out: no download, no other screen, no picture in picture, and not over the whole screen, where Leave
 * could not be reached. Film starts without sound.
 */
const Playing = ({ kind, file, item, label, onFailed }: PlayerProps & { readonly onFailed: () => void }): VNode => {
  const t = useT();
  const app = useApp();
  const player = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = player.current;
    const media = app.device.openMedia(file);
    if (element === null || media === null) {
      media?.end();
      onFailed();
      return undefined;
    }
    // An attribute that has to stand there before the address does.
    element.disableRemotePlayback = true;
    element.muted = kind === "film";
    element.src = media.url;
    return () => {
      element.pause();
      element.removeAttribute("src");
      // What was loaded is let go of at once, not when the element is collected.
      element.load();
      media.end();
    };
  }, []);
  return (
    <>
      <video
        ref={player}
        class={kind}
        aria-label={label}
        controls
        controlsList="nodownload noremoteplayback nofullscreen"
        disablePictureInPicture
        playsInline
        muted
        preload="metadata"
        onContextMenu={(event) => event.preventDefault()}
        onError={(event) => {
          // Taking the address away is an error too.
          if (event.currentTarget.hasAttribute("src")) onFailed();
        }}
      />
      <figcaption class="quiet small">{t(kind === "film" ? "viewing.film-muted" : "viewing.sound-first")}</figcaption>
      {kind === "film" && item !== null ? <KeepFrame item={item} player={player} /> : null}
    </>
  );
};

/** Sound or film behind a cover, read piece by piece while it plays. */
export const Player = ({ kind, file, item, label }: PlayerProps): VNode => {
  const t = useT();
  return (
    <Uncover type={file.type} size={file.size} label={label}>
      {(fail) => <Playing kind={kind} file={file} item={item} label={label} onFailed={() => fail(t("viewing.cannot-play"))} />}
    </Uncover>
  );
};

import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { OnBytes } from "../../app/fingerprints.ts";
import { Button } from "../parts/button.tsx";
import { useApp, useT } from "../parts/context.tsx";
import { ProgressBar } from "../parts/progress.tsx";

export interface ReadFileProps {
  readonly label: string;
  /** `side` where another button is the main one. */ readonly kind: "main" | "side";
  readonly onRead: (file: Blob, onBytes: OnBytes) => Promise<void>;
}

/** Shows how far a reading is, with a way to stop it. */
export const useReading = (): {
  readonly bar: VNode | null;
  readonly read: (total: number, job: (onBytes: OnBytes) => Promise<void>) => Promise<void>;
} => {
  const t = useT();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const stopped = useRef(false);
  return {
    bar:
      progress === null ? null : (
        <ProgressBar label={t("fingerprint.reading")} {...progress} onStop={() => void (stopped.current = true)} />
      ),
    read: async (total, job) => {
      stopped.current = false;
      setProgress({ done: 0, total });
      await job((done) => {
        setProgress({ done, total });
        return !stopped.current;
      });
      setProgress(null);
    },
  };
};

/** One file by the browser's own chooser, handed to be read once. */
export const ReadFile = ({ label, kind, onRead }: ReadFileProps): VNode => {
  const app = useApp();
  const { bar, read } = useReading();
  const pick = async (): Promise<void> => {
    const [file] = await app.device.pickFiles("image/*,video/*", false);
    if (file !== undefined) await read(file.size, (onBytes) => onRead(file, onBytes));
  };
  return (
    bar ?? (
      <Button kind={kind} onClick={() => void pick()}>
        {label}
      </Button>
    )
  );
};

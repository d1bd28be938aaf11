import { useEffect, useState } from "preact/hooks";
import type { InboxState } from "../../app/types.ts";
import { useApp } from "./context.tsx";

/** What waits in the inbox, looked at when the screen is shown; null until it is known. A failure is told, and nothing is shown. */
export const useInbox = (): readonly [InboxState | null, (state: InboxState) => void] => {
  const app = useApp();
  const [state, setState] = useState<InboxState | null>(null);
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const read = await (await app.vault()).inbox();
      if (!left && app.tell(read)) setState(read.value);
    };
    void look().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [app]);
  return [state, setState];
};

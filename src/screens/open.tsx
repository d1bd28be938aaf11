import type { VNode } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { OpenedBundle } from "../app/types.ts";
import { useApp } from "./parts/context.tsx";
import { Choose } from "./open/choose.tsx";
import { Read } from "./open/read.tsx";
import { Receipt } from "./open/receipt.tsx";
import "./style/share.css";

/** A sealed file from somebody else: the words, a receipt of checks first, then the report and the covered pictures. Needs no vault. */
export const Open = (): VNode => {
  const app = useApp();
  const [bundle, setBundle] = useState<OpenedBundle | null>(null);
  const [reading, setReading] = useState(false);
  // While it is open the page locks as with a case: nobody else shall find it there. Not after the next paint: once it is closed nothing of it is read.
  useLayoutEffect(() => {
    app.showBundle(bundle !== null);
    // The worker forgets it when this screen is left, however it is left.
    return () => {
      app.showBundle(false);
      if (bundle !== null) void app.exporter().then((exporter) => exporter.closeOpened());
    };
  }, [app, bundle]);
  const close = (): void => {
    setBundle(null);
    setReading(false);
    app.say({ tone: "done", key: "open.closed" });
  };
  if (bundle === null) return <Choose onOpened={setBundle} />;
  if (reading) return <Read bundle={bundle} onClose={close} />;
  return <Receipt bundle={bundle} onRead={() => setReading(true)} onClose={close} />;
};

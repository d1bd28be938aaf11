import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { KnownAddress } from "../../app/paste.ts";
import { readAddress } from "../../app/paste.ts";
import { Aside } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useGo, useT } from "../parts/context.tsx";
import { Copy } from "../parts/copy.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { LinkText } from "../parts/text.tsx";

export interface AddressProps {
  readonly text: string;
  /** Host as stored, punycode; shown where the address as written shows another. */
  readonly host: string;
  /** Somebody in the picture was, or may have been, under 18: nothing is opened from here. */
  readonly careful: boolean;
}

const useAddress = (text: string): KnownAddress | undefined => {
  const app = useApp();
  const [known, setKnown] = useState<KnownAddress | undefined>(undefined);
  useEffect(() => {
    let left = false;
    void readAddress(text).then(
      (found) => {
        if (!left) setKnown(found);
      },
      () => app.say({ tone: "problem", key: "error.unexpected" }),
    );
    return () => {
      left = true;
    };
  }, [text, app]);
  return known;
};

/** "Do not open it": what stands where opening would be offered. */
export const DoNotOpen = (): VNode => {
  const t = useT();
  const go = useGo();
  return (
    <Aside tone="amber">
      <p>{t("link.do-not-open")}</p>
      <Button kind="link" onClick={() => go("help")}>
        {t("link.hotline")}
      </Button>
    </Aside>
  );
};

/** An address in full, as text. Copying is the default; opening asks first and says what it reveals. */
export const Address = ({ text, host, careful }: AddressProps): VNode => {
  const t = useT();
  const app = useApp();
  const known = useAddress(text);
  const [asking, setAsking] = useState(false);
  const href = known?.href ?? null;
  return (
    <div class="card">
      <p class="address-full">
        <LinkText text={text} />
      </p>
      {text.toLowerCase().includes(host) ? null : <p class="quiet small">{t("link.goes-to", { host })}</p>}
      {known === undefined || known.resembles === null ? null : <p class="looks-like">{t("link.looks-like", { host: known.resembles })}</p>}
      <Actions>
        <Copy text={text} />
        {careful || href === null ? null : (
          <Button kind="link" onClick={() => setAsking(true)}>
            {t("link.open")}
          </Button>
        )}
      </Actions>
      {careful ? <DoNotOpen /> : null}
      {asking && href !== null ? (
        <Dialog title={t("link.open-ask")} onClose={() => setAsking(false)}>
          <ul class="bullets">
            <li>{t("link.open-site", { host: known?.site ?? host })}</li>
            <li>{t("link.open-history")}</li>
            <li>{t("link.open-see")}</li>
          </ul>
          <Button
            onClick={() => {
              setAsking(false);
              app.device.openAddress(href);
            }}
          >
            {t("link.open-yes")}
          </Button>
          <Button kind="side" onClick={() => setAsking(false)}>
            {t("common.cancel")}
          </Button>
        </Dialog>
      ) : null}
    </div>
  );
};

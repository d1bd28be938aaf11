import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { readPin } from "../../app/hash-services.ts";
import type { HashCase } from "../../case/state.ts";
import { hashServices } from "../../content/hash-services/index.ts";
import { Button } from "../parts/button.tsx";
import { Section } from "../parts/box.tsx";
import { useApp, useT } from "../parts/context.tsx";
import { UserText } from "../parts/text.tsx";
import { When } from "../parts/when.tsx";

/** One number that was kept; its PIN comes out of the vault on a tap, and is gone again on leaving the screen. */
const Kept = ({ kept }: { readonly kept: HashCase }): VNode => {
  const t = useT();
  const app = useApp();
  const [pin, setPin] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    const read = await readPin(app, kept);
    if (app.tell(read)) setPin(read.value);
  };
  return (
    <div class="card">
      <p class="small-head" lang="en">
        {hashServices.find(({ id }) => id === kept.service)?.name ?? kept.service}
      </p>
      <p>
        {t("hash.case-number")}: {kept.caseNumber === "" ? t("hash.no-number") : <UserText text={kept.caseNumber} />}
      </p>
      {pin === null ? null : (
        <p role="status">
          {t("hash.pin")}: <UserText text={pin} />
        </p>
      )}
      {kept.pin === null ? null : (
        <Button kind="side" onClick={() => (pin === null ? void show() : setPin(null))}>
          {t(pin === null ? "hash.show-pin" : "hash.hide-pin")}
        </Button>
      )}
      <p class="quiet small">
        <When at={kept.at} offset={kept.offset} />
      </p>
    </div>
  );
};

export const KeptCases = ({ cases }: { readonly cases: readonly HashCase[] }): VNode | null => {
  const t = useT();
  if (cases.length === 0) return null;
  return (
    <Section title={t("hash.kept-head")}>
      {cases.map((kept) => (
        <Kept key={kept.seq} kept={kept} />
      ))}
    </Section>
  );
};

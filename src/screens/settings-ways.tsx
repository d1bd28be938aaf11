import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { WayIn } from "../app/types.ts";
import { Aside, Row, Rows, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useGo, useT } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import type { ScreenProps } from "./screen.ts";
import { Prove } from "./settings-prove.tsx";

const useWays = (): readonly WayIn[] => {
  const app = useApp();
  const [ways, setWays] = useState<readonly WayIn[]>([]);
  useEffect(() => {
    void (async () => {
      const found = await (await app.vault()).waysIn();
      if (app.tell(found)) setWays(found.value);
    })();
  }, [app]);
  return ways;
};

/** A passkey can vanish with the account it lives in: it is never the only way. */
const isLasting = ({ kind }: WayIn): boolean => kind !== "passkey";

/** Everything that opens this vault; each one alone is enough. */
export const Ways = (): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const ways = useWays();
  return (
    <Page heading={t("ways.heading")} lead={t("ways.lead")}>
      <Rows label={t("ways.heading")}>
        {ways.map(({ slot, kind, name }) => (
          <Row
            key={slot}
            title={name === "" ? t(`ways.kind-${kind}`) : <bdi>{name}</bdi>}
            {...(name === "" ? {} : { detail: t(`ways.kind-${kind}`) })}
            onClick={() => go("way", { way: String(slot) })}
          />
        ))}
      </Rows>
      <Button onClick={() => go("recovery-words")}>{t("ways.recovery-heading")}</Button>
      {app.device.hasPasskeys() ? (
        <Button kind="side" onClick={() => go("add-passkey")}>
          {t("ways.passkey-heading")}
        </Button>
      ) : null}
      <Button kind="side" onClick={() => go("change-passphrase")}>
        {t("ways.change-heading")}
      </Button>
      <Rows label={t("renew.heading")}>
        <Row title={t("renew.heading")} detail={t("renew.detail")} onClick={() => go("change-everything")} />
      </Rows>
      {ways.filter(isLasting).length === 1 ? (
        <Aside title={t(ways.length === 1 ? "ways.only-head" : "ways.only-lasting")}>
          <p>{t("ways.only")}</p>
        </Aside>
      ) : null}
    </Page>
  );
};

/** One way in: its name, and removing it. */
export const Way = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const app = useApp();
  const slot = Number(params["way"]);
  const ways = useWays();
  const way = ways.find((one) => one.slot === slot) ?? ways[0];
  const [name, setName] = useState<string | null>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const isLast = !ways.some((one) => one.slot !== way?.slot && isLasting(one));
  if (way === undefined) return <Page heading={t("ways.heading")}>{null}</Page>;

  const save = async (): Promise<void> => {
    if (!app.tell(await (await app.vault()).renameWay(way.slot, (name ?? way.name).trim()))) return;
    app.back();
    app.say({ tone: "done", key: "settings.saved" });
  };
  const remove = async (current: string): Promise<boolean> => {
    if (!app.tell(await (await app.vault()).removeWay(current, way.slot))) return false;
    app.back();
    app.say({ tone: "done", key: "ways.removed" });
    return true;
  };
  return (
    <Page heading={t(`ways.kind-${way.kind}`)}>
      <Field label={t("ways.name")} hint={t("ways.name-hint")} value={name ?? way.name} onValue={setName} onEnter={() => void save()} />
      <Button kind="side" disabled={name === null || name === way.name} onClick={() => void save()}>
        {t("common.save")}
      </Button>
      <Section title={t("ways.remove-head")}>
        {isLast ? <p>{t("ways.only-stays")}</p> : <p>{t(`ways.remove-${way.kind}`)}</p>}
        {!isLast && !isRemoving ? (
          <Actions>
            <Button kind="danger" onClick={() => setIsRemoving(true)}>
              {t("ways.remove")}
            </Button>
          </Actions>
        ) : null}
        {isRemoving ? <Prove kind="danger" action={t("ways.remove-now")} onProve={remove} /> : null}
      </Section>
    </Page>
  );
};

import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { languages } from "../content/locales/index.ts";
import { Row, Rows, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { Choice, Select } from "./parts/choice.tsx";
import { useApp, useAppState, useGo, useT, useTag } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { About } from "./settings-about.tsx";
import { Unsaved } from "./parts/unsaved.tsx";
import { StorageSettings } from "./settings-storage.tsx";

const idleMinutes = [1, 2, 5, 15, 30] as const;
const hiddenSeconds = [0, 15, 30, 60, 300] as const;
const themes = ["system", "light", "dark"] as const;

/** The usual choices, and the one in force where it is another. */
const choices = (usual: readonly number[], current: number): readonly number[] =>
  usual.includes(current) ? usual : [...usual, current].sort((a, b) => a - b);

const isHttps = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === "https:";

/** Where Leave goes. Saved only when it is an https address. */
const LeaveTo = (): VNode => {
  const t = useT();
  const app = useApp();
  const saved = useAppState((s) => s.settings.leaveTo);
  const [text, setText] = useState(saved);
  const isGood = isHttps(text);
  return (
    <div class="stack">
      <Field
        kind="address"
        label={t("settings.leave-to")}
        hint={t("settings.leave-to-hint")}
        value={text}
        onValue={setText}
        problem={isGood ? null : t("settings.leave-to-bad")}
      />
      {text === saved ? null : (
        <Button kind="side" disabled={!isGood} onClick={() => void app.saveSettings({ leaveTo: text })}>
          {t("common.save")}
        </Button>
      )}
    </div>
  );
};

export const Settings = (): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const app = useApp();
  const settings = useAppState((s) => s.settings);
  const [language, setLanguage] = useState(settings.language);
  useEffect(() => setLanguage(settings.language), [settings.language]);
  const names = new Intl.DisplayNames(tag, { type: "language" });
  const spans = (seconds: number): string =>
    seconds === 0
      ? t("settings.at-once")
      : seconds < 60
        ? t("settings.seconds", { n: seconds })
        : t("settings.minutes", { n: seconds / 60 });
  return (
    <Page heading={t("settings.heading")}>
      <Select
        label={t("settings.lock-after")}
        options={choices(idleMinutes, settings.lockAfterMinutes).map((n) => ({ value: String(n), label: t("settings.minutes", { n }) }))}
        value={String(settings.lockAfterMinutes)}
        onChange={(value) => void app.saveSettings({ lockAfterMinutes: Number(value) })}
      />
      <Select
        label={t("settings.lock-hidden")}
        options={choices(hiddenSeconds, settings.lockHiddenSeconds).map((n) => ({ value: String(n), label: spans(n) }))}
        value={String(settings.lockHiddenSeconds)}
        onChange={(value) => void app.saveSettings({ lockHiddenSeconds: Number(value) })}
      />
      <Rows label={t("ways.heading")}>
        <Row title={t("ways.heading")} detail={t("settings.ways")} onClick={() => go("ways")} />
        <Row title={t("settings.beside")} detail={t("settings.beside-detail")} onClick={() => go("beside")} />
      </Rows>
      <LeaveTo />
      <Choice
        as="line"
        legend={t("settings.theme")}
        options={themes.map((value) => ({ value, label: t(`settings.theme-${value}`) }))}
        value={settings.theme}
        onChange={(theme) => void app.saveSettings({ theme })}
      />
      <Select
        label={t("settings.language")}
        options={languages.map((value) => ({ value, label: value.startsWith("x") ? value : (names.of(value) ?? value) }))}
        value={language}
        onChange={(value) => void app.saveSettings({ language: value })}
      />
      <Rows label={t("backup.heading")}>
        <Row title={t("backup.heading")} detail={<Unsaved />} onClick={() => go("backup")} />
        <Row title={t("welcome.backup")} detail={t("backup.open-detail")} onClick={() => go("restore")} />
      </Rows>
      <Section title={t("settings.storage")}>
        <StorageSettings />
      </Section>
      <Rows label={t("settings.more")}>
        <Row title={t("inbox.heading")} detail={t("inbox.settings")} onClick={() => go("inbox")} />
        <Row title={t("settings.install")} onClick={() => go("install")} />
        <Row title={t("erase.heading")} onClick={() => go("erase")} />
        <Row title={t("welcome.is-safe")} onClick={() => go("safe", { next: "back" })} />
      </Rows>
      <Section title={t("settings.about")}>
        <About />
      </Section>
    </Page>
  );
};

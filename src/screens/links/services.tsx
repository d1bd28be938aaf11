import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { services, type Service } from "../../app/engines.ts";
import { Select } from "../parts/choice.tsx";
import { useApp, useT } from "../parts/context.tsx";

/** The services of the directory; empty until they are loaded. */
export const useServices = (): readonly Service[] => {
  const app = useApp();
  const [found, setFound] = useState<readonly Service[]>([]);
  useEffect(() => {
    void services().then(setFound, () => app.say({ tone: "problem", key: "error.unexpected" }));
  }, [app]);
  return found;
};

/** Which app or site; null: none that is known here. */
export const ServiceSelect = ({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}): VNode => {
  const t = useT();
  const known = useServices();
  return (
    <Select
      label={t("link.service")}
      options={[{ value: "", label: t("link.service-other") }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? ""}
      onChange={(id) => onChange(id === "" ? null : id)}
    />
  );
};

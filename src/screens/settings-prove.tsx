import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./parts/button.tsx";
import { useT } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";

export interface ProveProps {
  readonly action: string;
  readonly kind?: "main" | "danger";
  /** What is asked for, where not every typed way in will do. */
  readonly field?: { readonly label: string; readonly hint: string };
  /** False: it did not open; the field stays for another try. */
  readonly onProve: (typed: string) => Promise<boolean>;
}

/** Asks for a way in once more: whoever holds an open phone for a minute must not change who can open it. */
export const Prove = ({ action, kind = "main", field, onProve }: ProveProps): VNode => {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const prove = async (): Promise<void> => {
    if (busy || typed === "") return;
    setBusy(true);
    if (!(await onProve(typed))) setBusy(false);
  };
  return (
    <>
      <Field
        kind="secret"
        label={field?.label ?? t("ways.current")}
        hint={field?.hint ?? t("ways.current-hint")}
        value={typed}
        onValue={setTyped}
        onEnter={() => void prove()}
      />
      <Button kind={kind} busy={busy} disabled={typed === ""} onClick={() => void prove()}>
        {busy ? t("ways.working") : action}
      </Button>
    </>
  );
};

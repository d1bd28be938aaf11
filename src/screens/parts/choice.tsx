import type { ComponentChildren, VNode } from "preact";
import { useId } from "preact/hooks";
import { quiet } from "./control.ts";

export interface Option<T extends string> {
  readonly value: T;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
}
export interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly options: readonly Option<T>[];
  /** null: nothing is preselected. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** list: one below the other · line: side by side, for two or three short answers. */
  readonly as?: "list" | "line";
  /** The page's heading already asks the question. */
  readonly legendHidden?: boolean;
}

/** One of several, as radio buttons. */
export const Choice = <T extends string>({
  legend,
  options,
  value,
  onChange,
  as = "list",
  legendHidden = false,
}: ChoiceProps<T>): VNode => {
  const name = useId();
  return (
    <fieldset class={`choice ${as}`}>
      <legend class={legendHidden ? "visually-hidden" : "label"}>{legend}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} class="option">
            <input
              type="radio"
              {...quiet}
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span class="row-text">
              <span class="row-title">{option.label}</span>
              {option.hint === undefined ? null : <span class="row-detail">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

export interface SelectProps {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of many. */
export const Select = ({ label, hint, options, value, onChange }: SelectProps): VNode => {
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      <select
        {...quiet}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}h`}
        value={value}
        onChange={(e) => onChange(e.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};

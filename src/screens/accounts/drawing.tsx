import type { VNode } from "preact";
import { resetArrows, type AccountView } from "../../app/accounts-view.ts";
import { useT } from "../parts/context.tsx";

const LINE = 40;
const WIDTH = 320;
const DOT = 190;
/** More than this is no drawing any more; the list says the same. */
const MOST = 24;

const short = (name: string): string => (name.length > 20 ? `${name.slice(0, 18)}…` : name);

/** Accounts one below the other, an arrow for each reset. The rows below say the same in words, so it is hidden from screen readers. */
export const ResetDrawing = ({ views }: { readonly views: readonly AccountView[] }): VNode | null => {
  const t = useT();
  const arrows = resetArrows(views);
  if (arrows.length === 0 || views.length > MOST) return null;
  const y = (at: number): number => at * LINE + LINE / 2;
  return (
    <figure class="card reset-drawing">
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(views.length * LINE)}`} aria-hidden="true" focusable="false">
        {arrows.map(({ from, to }) => {
          const out = DOT + 24 + Math.min(90, Math.abs(to - from) * 22);
          const [start, end] = [y(from), y(to)];
          return (
            <g key={`${String(from)}-${String(to)}`} class="reset-arrow">
              <path
                d={`M ${String(DOT + 8)} ${String(start)} C ${String(out)} ${String(start)} ${String(out)} ${String(end)} ${String(DOT + 12)} ${String(end)}`}
              />
              <path
                class="reset-head"
                d={`M ${String(DOT + 18)} ${String(end - 5)} L ${String(DOT + 9)} ${String(end)} L ${String(DOT + 18)} ${String(end + 5)} z`}
              />
            </g>
          );
        })}
        {views.map(({ account }, at) => (
          <g key={account.id}>
            <circle class={at === 0 ? "reset-dot first" : "reset-dot"} cx={DOT} cy={y(at)} r="6" />
            <text x={DOT - 16} y={y(at)} text-anchor="end" dominant-baseline="central" class={at === 0 ? "first" : ""}>
              {short(account.service)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="quiet small">{t("accounts.drawing-hint")}</figcaption>
    </figure>
  );
};

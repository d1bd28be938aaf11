import encodeQR from "qr";
import type { VNode } from "preact";

/** Blank modules around the code that readers need (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as one path; dark on light in both themes, since many readers need that. `label`: what it holds, for a screen reader. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }): VNode => {
  const rows = encodeQR(text, "raw", { border: QUIET });
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join("");
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

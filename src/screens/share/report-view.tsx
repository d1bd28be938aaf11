import type { VNode } from "preact";
import type { ReportDocument, ReportSection } from "../../app/types.ts";
import { Section } from "../parts/box.tsx";
import { UserText } from "../parts/text.tsx";
import { VirtualRows } from "../links/virtual-rows.tsx";

const Pairs = ({ rows }: { readonly rows: readonly (readonly [string, string])[] }): VNode => (
  <dl class="card pairs">
    {rows.map(([label, value], i) => (
      <div key={i}>
        <dt>{label}</dt>
        <dd>
          <UserText text={value} />
        </dd>
      </div>
    ))}
  </dl>
);

const Block = ({ block, label }: { readonly block: ReportSection["blocks"][number]; readonly label: string }): VNode => {
  if (block.as === "text") return <UserText text={block.text} />;
  if (block.as === "rows") return <Pairs rows={block.rows} />;
  // A table of many columns does not fit a phone: each row becomes label and value. All of them can be reached: a preview leaves nothing out.
  return (
    <VirtualRows
      rows={block.rows.map((row, number) => ({ row, number }))}
      keyOf={({ number }) => String(number)}
      guess={() => 150}
      classOf={() => "report-row"}
      label={label}
      draw={({ row }) => <Pairs rows={row.flatMap((cell, c) => (cell === "" ? [] : [[block.head[c] ?? "", cell] as const]))} />}
    />
  );
};

/** A report as it will be printed, drawn as text. */
export const ReportView = ({ report }: { readonly report: ReportDocument }): VNode => (
  <div class="stack report-view">
    {report.subtitle === "" ? null : <p class="quiet">{report.subtitle}</p>}
    {report.cover.length === 0 ? null : <Pairs rows={report.cover} />}
    {report.sections.map((section, i) => (
      <Section key={i} title={section.heading}>
        {section.blocks.map((block, b) => (
          <Block key={b} block={block} label={section.heading} />
        ))}
      </Section>
    ))}
  </div>
);

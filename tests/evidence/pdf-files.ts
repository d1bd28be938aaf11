import { concat, utf8 } from "../../src/lib/bytes.ts";

/** Parts of a PDF of one or two pages of 200 × 200 points, written by hand; what stands in them is as in the file. */
export interface PdfParts {
  /** Drawing commands of the first page. */
  readonly content: string;
  /** More entries of the catalog, of the first page, of its resources. */
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  /** Its size. */
  readonly box?: string;
  /** Pages that it claims to have. */
  readonly count?: number;
  /** Objects 10, 11 and on. */
  readonly extra?: readonly Uint8Array[];
  /** Drawing commands of a second page. */
  readonly second?: string;
}

/** A stream object: more entries of its dictionary, its bytes. */
export const stream = (entries: string, body: string | Uint8Array): Uint8Array => {
  const bytes = typeof body === "string" ? utf8(body) : body;
  return concat(utf8(`<< ${entries} /Length ${String(bytes.length)} >>\nstream\n`), bytes, utf8("\nendstream"));
};

export const pdfOf = (parts: PdfParts): Uint8Array<ArrayBuffer> => {
  const { content, catalog = "", page = "", resources = "", box = "[0 0 200 200]", extra = [], second } = parts;
  const kids = second === undefined ? "[3 0 R]" : "[3 0 R 5 0 R]";
  const count = parts.count ?? (second === undefined ? 1 : 2);
  const objects = new Map<number, Uint8Array>([
    [1, utf8(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`)],
    [2, utf8(`<< /Type /Pages /Kids ${kids} /Count ${String(count)} >>`)],
    [3, utf8(`<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << ${resources} >> ${page} >>`)],
    [4, stream("", content)],
    [5, utf8("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 6 0 R /Resources << >> >>")],
    [6, stream("", second ?? "")],
    ...extra.map((body, i): [number, Uint8Array] => [10 + i, body]),
  ]);
  const written: Uint8Array[] = [utf8("%PDF-1.7\n")];
  const starts = new Map<number, number>();
  let at = 9;
  for (const [number, body] of objects) {
    const object = concat(utf8(`${String(number)} 0 obj\n`), body, utf8("\nendobj\n"));
    starts.set(number, at);
    written.push(object);
    at += object.length;
  }
  const size = Math.max(...objects.keys()) + 1;
  const row = (n: number): string => {
    const start = starts.get(n);
    return start === undefined ? "0000000000 65535 f \n" : `${String(start).padStart(10, "0")} 00000 n \n`;
  };
  const table = Array.from({ length: size }, (_, n) => row(n)).join("");
  written.push(
    utf8(`xref\n0 ${String(size)}\n${table}trailer\n<< /Size ${String(size)} /Root 1 0 R >>\nstartxref\n${String(at)}\n%%EOF\n`),
  );
  return concat(...written);
};

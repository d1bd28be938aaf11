/** One account as a person lists it. `resets`: names of accounts that this one can reset, as written. */
export interface AccountRow {
  readonly service: string;
  readonly login: string;
  readonly resets: readonly string[];
  readonly note: string;
}

/** Cells of one text of comma, semicolon or tab separated values (RFC 4180). An open quote ends with the text. Linear. */
const cells = (text: string, separator: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i] ?? "";
      else quoted = false;
    } else if (char === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (char === separator) {
      row.push(cell);
      cell = "";
    } else if (char === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += char;
  }
  rows.push([...row, cell]);
  return rows.map((r) => r.map((c) => c.trim())).filter((r) => r.some((c) => c !== ""));
};

const separatorOf = (firstLine: string): string =>
  [",", ";", "\t"].reduce((best, char) => (firstLine.split(char).length > firstLine.split(best).length ? char : best), ",");

const columns: readonly (readonly [name: string, words: RegExp])[] = [
  ["service", /^(?:service|account|site|app|name)s?$/iu],
  ["login", /^(?:login|user ?name|user|e-?mail|handle|address)s?$/iu],
  ["resets", /^(?:controls resets of|resets?|can reset|controls)$/iu],
  ["note", /^(?:notes?|comments?|remarks?)$/iu],
];

/**
 * Reads a list of accounts: `service,login,controls resets of,notes` with or without that heading, columns in any order under it,
 * comma, semicolon or tab between them. A line without separators is a service alone; cells beyond the fourth go to the note.
 */
export const parseAccounts = (text: string): readonly AccountRow[] => {
  const clean = text.replace(/^\uFEFF/u, "").replaceAll(/\r\n?/gu, "\n");
  const rows = cells(clean, separatorOf(clean.trimStart().split("\n", 1)[0] ?? ""));
  const head = (rows[0] ?? []).map((cell) => columns.find(([, words]) => words.test(cell))?.[0]);
  const hasHead = head.includes("service") && head.filter((name) => name !== undefined).length >= 2;
  const order = hasHead ? head : columns.map(([name]) => name);
  return rows.slice(hasHead ? 1 : 0).map((row) => {
    const cell = (name: string): string => {
      const at = order.indexOf(name);
      return at < 0 ? "" : (row[at] ?? "");
    };
    const rest = row.filter((value, i) => order[i] === undefined && value !== "");
    const resets = cell("resets")
      .split(/[,;]/u)
      .map((name) => name.trim());
    return {
      service: cell("service"),
      login: cell("login"),
      resets: resets.filter((name) => name !== ""),
      note: [cell("note"), ...rest].filter((part) => part !== "").join("; "),
    };
  });
};

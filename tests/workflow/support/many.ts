import type { Command } from "../../../src/case/commands.ts";
import { decide } from "../../../src/case/decide.ts";
import { decodeEntry, type Read } from "../../../src/case/decode.ts";
import { emptyCase, fold } from "../../../src/case/fold.ts";
import type { CaseState } from "../../../src/case/state.ts";
import { instantFromMs, type Instant } from "../../../src/lib/time.ts";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const hour = 3_600_000;
const idOf = (n: number): string => n.toString(16).padStart(32, "0");

export interface ManyLinks {
  readonly state: CaseState;
  readonly now: Instant;
}

/**
 * A case in full swing: `links` links on `links / perSite` sites, three events to a link (added, covered by a report, looked at or noted),
 * a third gone, a tenth set aside, accounts and marks. Deterministic.
 */
export const manyLinks = (links: number, perSite = 20): ManyLinks => {
  let state = emptyCase;
  let ms = start;
  const send = (commands: readonly Command[]): void => {
    const reads: Read[] = [];
    let at = state;
    for (const command of commands) {
      ms += 1000;
      const now = instantFromMs(ms);
      const decided = decide(at, command, { now });
      if (!decided.ok) throw new Error(`${command.do} was refused: ${decided.error.code}`);
      for (const { kind, body } of decided.value) reads.push(decodeEntry({ seq: at.size + reads.length, at: now, offset: 0, kind, body }));
      if (command.do === "open-case" || command.do === "paste" || command.do === "add-picture" || command.do === "send-report") {
        at = fold(at, reads.splice(0));
      }
    }
    state = fold(at, reads);
  };
  const answers = {
    danger: "no",
    watched: "no",
    happened: "posted",
    extortion: "no",
    role: "me",
    police: "no",
    country: "US",
    posterKnown: "yes",
    fileHere: "yes",
  } as const;
  send([
    { do: "open-case" },
    ...Object.entries(answers).map(([fact, value]): Command => ({ do: "answer-fact", fact: fact as keyof typeof answers, value })),
    { do: "add-picture", picture: idOf(1), label: "one" },
    { do: "answer-age", picture: idOf(1), age: "adult" },
    { do: "describe-picture", picture: idOf(1), shows: ["intimate"], takenByPerson: "no" },
    { do: "do-step", step: "only-official-help", subject: "case", note: "" },
    {
      do: "paste",
      from: "paste",
      pictures: [idOf(1)],
      lines: Array.from({ length: links }, (_, i) => {
        const site = `site-${Math.floor(i / perSite)}.example`;
        return {
          as: "link" as const,
          body: {
            link: idOf(1000 + i),
            text: `https://${site}/watch?v=${i}`,
            key: `${site}/${i}`,
            host: site,
            site,
            platform: i % 3 === 0 ? "reddit" : null,
          },
        };
      }),
    },
  ]);
  const sites = Math.ceil(links / perSite);
  const keysOf = (site: number): readonly string[] =>
    Array.from({ length: Math.min(perSite, links - site * perSite) }, (_, i) => `link:${idOf(1000 + site * perSite + i)}`);
  const reported = Array.from({ length: sites }, (_, site) => site).filter((site) => site % 4 !== 3);
  send(
    reported.flatMap((site): readonly Command[] => [
      { do: "skip-step", step: "capture-listing", subject: `site:site-${site}.example`, reason: "no page" },
      { do: "skip-step", step: "capture-content", subject: `site:site-${site}.example`, reason: "no page" },
    ]),
  );
  send(
    reported.map((site): Command => ({
      do: "send-report",
      report: idOf(500_000 + site),
      covers: keysOf(site),
      route: "platform-form",
      site: `site-${site}.example`,
      platform: null,
      notice: null,
      text: "Please remove it.",
      missing: [],
      sentAt: instantFromMs(ms),
      reference: "T",
      exposure: "",
      deadline: null,
      follows: null,
      by: "person",
    })),
  );
  ms += 80 * hour;
  const links0 = Array.from({ length: links }, (_, i) => i).filter((i) => Math.floor(i / perSite) % 4 !== 3);
  send(
    links0.map((i): Command =>
      i % 10 === 9
        ? { do: "set-link-aside", link: idOf(1000 + i), reason: "enough" }
        : i % 3 === 0
          ? { do: "check-link", link: idOf(1000 + i), found: "gone", by: "person" }
          : i % 3 === 1
            ? { do: "note-search", link: idOf(1000 + i), engine: "google-search", state: "asked" }
            : { do: "note-link", link: idOf(1000 + i), field: "uploader", value: `user${i % 7}` },
    ),
  );
  ms += 30 * hour;
  return { state, now: instantFromMs(ms) };
};

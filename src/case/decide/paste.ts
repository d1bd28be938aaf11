import type { EventDraft, PastedLine } from "../commands.ts";
import type { Id } from "../events.ts";
import type { CaseState } from "../state.ts";
import { caseSubject } from "../subject.ts";
import { ok } from "../../lib/result.ts";
import { decideOne, fresh, refuse, type Code, type Decide, type Outcome } from "./outcome.ts";

/** Ids, links and their pictures as the lines before have left them; the state itself is not touched. */
class Pasting {
  readonly #state: CaseState;
  readonly #ids = new Set<Id>();
  readonly #linkByKey = new Map<string, Id>();
  readonly #pictures = new Map<Id, readonly Id[]>();
  constructor(state: CaseState) {
    this.#state = state;
  }
  take(known: ReadonlyMap<string, unknown>, id: Id): Code | undefined {
    if (this.#ids.has(id)) return "already-there";
    this.#ids.add(id);
    return fresh(known, id);
  }
  /** The link that this key stands for already. */
  linkOf(key: string): Id | undefined {
    return this.#state.linkByKey.get(key) ?? this.#linkByKey.get(key);
  }
  /** A new link, or another spelling of one that is there. */
  link(body: Extract<PastedLine, { as: "link" }>["body"], from: "paste" | "typed" | "import"): Outcome {
    const known = this.linkOf(body.key);
    if (known !== undefined) return decideOne("link.repeated.v1", { link: known, text: body.text }, () => undefined);
    this.#linkByKey.set(body.key, body.link);
    return decideOne("link.added.v1", { ...body, from }, ({ link }) => this.take(this.#state.links, link));
  }
  /** Pictures are added to those that the link already shows; nothing is said where all are known. */
  name(link: Id, pictures: readonly Id[]): Outcome {
    const before = this.#pictures.get(link) ?? this.#state.links.get(link)?.pictures ?? [];
    const after = [...new Set([...before, ...pictures])];
    this.#pictures.set(link, after);
    return after.length === before.length ? ok([]) : decideOne("link.pictures-set.v1", { link, pictures: after }, () => undefined);
  }
}

/** A paste is kept whole or not at all: each line becomes a link, another spelling of a link, or a kept text. */
export const paste: Decide<"paste"> = (state, { lines, from, pictures }) => {
  if (lines.length === 0) return refuse("nothing-to-add");
  if (pictures.some((picture) => !state.pictures.has(picture))) return refuse("unknown-subject");
  const pasting = new Pasting(state);
  const drafts: EventDraft[] = [];
  const keep = (outcome: Outcome): Outcome => {
    if (outcome.ok) drafts.push(...outcome.value);
    return outcome;
  };
  for (const line of lines) {
    if (line.as === "text") {
      const kept = keep(decideOne("text.kept.v1", { ...line.body, about: caseSubject }, ({ text }) => pasting.take(state.texts, text)));
      if (!kept.ok) return kept;
      continue;
    }
    const link = pasting.linkOf(line.body.key) ?? line.body.link;
    const added = keep(pasting.link(line.body, from));
    if (!added.ok) return added;
    const named = keep(pasting.name(link, pictures));
    if (!named.ok) return named;
  }
  return ok(drafts);
};

import { expect, test } from "vitest";
import { keepFrame, keepPage, stillsOf } from "../../src/app/made.ts";
import type { Evidence } from "../../src/case/state.ts";
import type { Coverer } from "../../src/evidence/cover/coverer.ts";
import { ok } from "../../src/lib/result.ts";
import type { VaultError } from "../../src/vault/types.ts";
import { openedApp } from "./test-app.ts";

const id = (char: string): string => char.repeat(32);
/** What is drawn goes through here untouched. */
const drawn = {} as ImageBitmap;

/** An open case with a PDF of an adult's picture, and a vault worker that counts what it is given to keep. */
const start = async () => {
  const stored: ImageBitmap[] = [];
  const coverer: Coverer<VaultError> = {
    open: () => Promise.reject(new Error("not asked here")),
    cover: () => Promise.reject(new Error("not asked here")),
    keep: async (_, picture) => {
      stored.push(picture);
      return ok({ file: id(String(stored.length)), sha256: String(stored.length).repeat(64), size: 9 });
    },
  };
  const { app } = await openedApp({ covering: async () => coverer });
  const send = async (command: Parameters<typeof app.send>[0]): Promise<void> => {
    const sent = await app.send(command);
    if (!sent.ok) throw new Error(sent.error.code);
  };
  await send({ do: "add-picture", picture: id("b"), label: "green scarf" });
  await send({ do: "answer-age", picture: id("b"), age: "adult" });
  await send({
    do: "add-evidence",
    evidence: id("d"),
    file: id("e"),
    name: "letter.of.demand.pdf",
    sha256: "c".repeat(64),
    size: 3,
    type: "application/pdf",
    role: "other",
    about: [],
    pictures: [id("b")],
    capturedAt: null,
    capturedBy: "helper",
    came: "import",
    fileTime: null,
    capturedFrom: null,
    misnamed: false,
    source: null,
  });
  const state = () => {
    const { view } = app.state();
    if (view.at !== "unlocked") throw new Error("locked");
    return view.state;
  };
  const item = state().evidence.get(id("d"));
  if (item === undefined) throw new Error("not kept");
  return { app, send, item, state, stored };
};
const itemOf = (all: ReadonlyMap<string, Evidence>, kept: Awaited<ReturnType<typeof keepPage>>): Evidence | undefined =>
  kept.ok ? all.get(kept.value) : undefined;

test("a page and a frame are kept beside their file, which each names by its digest and its place", async () => {
  const { app, item, state } = await start();
  const page = await keepPage(app, item, 3, drawn);
  expect(itemOf(state().evidence, page)).toMatchObject({
    name: "letter.of.demand-page-3.png",
    type: "image/png",
    came: "made",
    source: { evidence: item.id, sha256: item.sha256, how: "page", at: "3" },
    pictures: item.pictures,
    capturedBy: "helper",
  });
  const frame = await keepFrame(app, item, 61.23456, drawn);
  expect(itemOf(state().evidence, frame)).toMatchObject({ name: "letter.of.demand-61.235s.png", source: { how: "still", at: "61.235" } });
  expect(stillsOf(state(), item.id).map(({ source }) => source?.at)).toEqual(["61.235", "3"]);
});

test.each(["under18", "unknown"] as const)("where somebody is %s nothing of it is stored", async (age) => {
  const { app, send, item, state, stored } = await start();
  await send({ do: "answer-age", picture: id("b"), age });
  const code = age === "under18" ? "media-under-18" : "media-age-unknown";
  expect(await keepPage(app, item, 1, drawn)).toMatchObject({ ok: false, error: { code } });
  expect(await keepFrame(app, item, 1, drawn)).toMatchObject({ ok: false, error: { code } });
  expect(stored).toEqual([]);
  expect(state().evidence.size).toBe(1);
});

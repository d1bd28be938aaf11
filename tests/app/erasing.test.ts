import { expect, test } from "vitest";
import { tellSource } from "../../src/app/erasing.ts";
import type { Command } from "../../src/case/commands.ts";
import { mayShow } from "../../src/case/media.ts";
import { evidence, idOf, ids, picture } from "../case/given.ts";
import { openedApp, type TestApp } from "./test-app.ts";

const still = idOf(40);
const made = (change: Parameters<typeof evidence>[0]): Command =>
  evidence({ evidence: still, file: idOf(42), sha256: "b".repeat(64), pictures: [ids.adult], came: "made", about: ["case"], ...change });
const source = { evidence: ids.shot, sha256: "a".repeat(64), how: "still", at: "" } as const;

const start = async (...commands: readonly Command[]): Promise<TestApp> => {
  const app = await openedApp();
  for (const command of [
    ...picture(ids.adult, "adult"),
    ...picture(ids.other, "adult"),
    evidence({ type: "video/mp4", pictures: [ids.adult], about: ["case"] }),
    made({ source }),
    ...commands,
  ])
    expect(await app.app.send(command)).toMatchObject({ ok: true });
  return app;
};
const stateOf = ({ app }: TestApp) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

test("before the one frame is erased in which somebody was recognised, that is written on its film", async () => {
  const app = await start(
    { do: "add-evidence-about", evidence: still, about: [], pictures: [ids.other] },
    { do: "answer-age", picture: ids.other, age: "under18" },
  );
  expect(mayShow(stateOf(app), ids.shot)).toBe(false);
  expect(await tellSource(app.app, still)).toEqual({ ok: true, value: null });
  const told = stateOf(app);
  expect(told.evidence.get(ids.shot)?.pictures).toEqual([ids.adult, ids.other]);
  expect(mayShow({ ...told, evidence: new Map([...told.evidence].filter(([id]) => id !== still)) }, ids.shot)).toBe(false);
  // Said once.
  const { size } = told;
  await tellSource(app.app, still);
  expect(stateOf(app).size).toBe(size);
});

test("nothing is written for a file that was made from nothing, shows nobody else, or is no file", async () => {
  const app = await start();
  const { size } = stateOf(app);
  for (const item of [ids.shot, still, ids.message]) expect(await tellSource(app.app, item)).toEqual({ ok: true, value: null });
  expect(stateOf(app).size).toBe(size);
});

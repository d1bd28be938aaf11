import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { piecesOf } from "../../src/app/messages-signs.ts";
import { sampleCase } from "../../src/app/sample-case.ts";
import { START, testApp } from "./test-app.ts";

describe("the made-up case", () => {
  test("opens with everything in it, touches no vault, and closes by loading the page again", async () => {
    const made = testApp();
    await made.app.start();
    expect(await made.app.openSample()).toBe(true);
    const { view, sample, notice } = made.app.state();
    if (view.at !== "unlocked") throw new Error("not unlocked");
    expect([sample, notice]).toEqual([true, null]);
    expect([view.state.links.size, view.state.reports.size, view.state.messages.size, view.state.people.size]).toEqual([3, 1, 1, 1]);
    expect(view.plan.next).not.toBeNull();
    expect(await made.app.act({ do: "answer-fact", fact: "police", value: "no" })).toBe(true);
    expect(made.vault.appends()).toBe(0);
    expect((await made.vault.status()).vault).toBe("none");
    await made.app.lock();
    expect(made.asked).toEqual(["reload"]);
  });

  test("its warning signs are those that are underlined in its messages", async () => {
    const messages = sampleCase(START).flatMap((command) => (command.do === "add-message" ? [command] : []));
    expect(messages.length).toBeGreaterThan(0);
    for (const { text, signs } of messages) {
      const pieces = await piecesOf([text]);
      expect(pieces.flat().flatMap((piece) => piece.signs)).toEqual(signs);
      expect(signs).not.toEqual([]);
    }
  });

  test("nothing in it stands in the samples that the journey searches the disk for", () => {
    const texts = JSON.stringify(sampleCase(START)).match(/[\w-]{6,}/gu) ?? [];
    const own = texts.filter((text) => /[-_]\w*\d|\.(?:example|test)/u.test(text));
    expect(own.length).toBeGreaterThan(1);
    for (const name of ["links.txt", "whatsapp-android.txt", "accounts.csv", "platform-reply.eml"])
      for (const text of own) expect(readFileSync(`tests/samples/${name}`, "utf8")).not.toContain(text);
  });

  test("no name in it can be real", () => {
    const hosts = JSON.stringify(sampleCase(START)).match(/[a-z0-9-]+\.[a-z]{2,}/gu) ?? [];
    expect(hosts.length).toBeGreaterThan(3);
    for (const host of hosts) expect(host).toMatch(/\.(?:example|test)$/u);
  });
});

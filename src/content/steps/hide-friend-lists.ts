import type { Step } from "../../workflow/step.ts";
import { notExtorted } from "./shared/conditions.ts";
import { safetySeen } from "./shared/gates.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "hide-friend-lists",
  phase: "safe",
  order: 35,
  on: "case",
  screen: "tick",
  after: [...safetySeen, "ask-extortion", "stop-answering", "do-not-pay", "keep-the-chat", "block-and-report-account"],
  notForYouWhen: [{ when: notExtorted, why: "not-extorted" }],
  title: "Hide your friend lists",
  why: "They use friend lists to find people to scare you with.",
  how: [
    "Set your accounts to private.",
    "Hide friends, followers and family in each app.",
    "Take your job and your school off your public pages.",
  ],
  doneLabel: "Lists are hidden",
  source: extortionGuides,
} satisfies Step;

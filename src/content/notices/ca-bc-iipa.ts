import type { Notice } from "../types.ts";

export default {
  id: "ca-bc-iipa",
  title: "Application to the tribunal (British Columbia)",
  route: "regulator",
  law: "Intimate Images Protection Act (British Columbia)",
  jurisdiction: "CA-BC",
  deadline:
    "set in the tribunal's order; administrative penalty for non-compliance (C$100,000 against X for geofencing only, 2025 BCCRT 1228)",
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: [
    "online application to the Civil Resolution Tribunal (no fee for a protection order)",
    "image is intimate and depicts you, altered or not",
    "distributed or threatened without consent (consent can be withdrawn)",
    "where it is (URLs), who, if known",
  ],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [],
  notes: [],
  template: null,
  source: {
    text: "https://cbabc.org/BarTalk/Articles/2024/August/Features/B-C-s-New-Intimate-Images-Protection-Act; https://decisions.civilresolutionbc.ca/crt/ini/en/item/528320/index.do; https://civilresolutionbc.ca/blog/maximum-compensation-in-intimate-images-claims-increases-to-75000/",
    date: "2026-03-18",
    confidence: "thirdParty",
  },
} satisfies Notice;

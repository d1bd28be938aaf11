import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";

/** 0 very easy to guess … 4 very hard. */
export type Score = 0 | 1 | 2 | 3 | 4;

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
});

/** How hard a passphrase is to guess, as zxcvbn estimates it. Runs here; nothing is sent. */
export const scoreOf = (text: string): Score => estimator.check(text).score;

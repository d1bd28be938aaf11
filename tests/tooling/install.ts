import { findChromium } from "../support/chromium.ts";
import { installTools } from "../support/tools.ts";
import { findEngines } from "./engines.ts";

/*
 * Everything that the tests need from the system, found or installed one after the other: a package manager serves one at a time. In a process of
 * its own, so that the checks, which need none of it, run meanwhile.
 */
findChromium();
installTools();
findEngines();

import { vi } from "vitest";

/*
 * Timing never decides a test. What is waited for gets a minute, instead of the second that vitest gives: on a slow machine it comes late, and what
 * never comes fails all the same.
 */
const patience = 60_000;
const { waitFor, waitUntil } = vi;
vi.waitFor = (check, options = patience) => waitFor(check, options);
vi.waitUntil = (check, options = patience) => waitUntil(check, options);

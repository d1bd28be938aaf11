import fc from "fast-check";

/** In CI the same cases each time, so that a change is judged by what it changes; elsewhere new ones in every run. */
if (process.env["CI"] === "true") fc.configureGlobal({ seed: 20_261_122 });

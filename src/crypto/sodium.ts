import sodium from "libsodium-wrappers-sumo";

/** Resolves once the WebAssembly is compiled; every function of this folder may be called after it. */
export const cryptoReady = (): Promise<void> => sodium.ready;

/** The library itself; imported by the files of this folder only (a test looks). */
export { sodium };

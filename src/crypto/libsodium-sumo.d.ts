/** The raw library under libsodium-wrappers-sumo, which has no types of its own. What is used of it is looked for at run time (raw.ts, small-sodium.ts). */
declare module "libsodium-sumo" {
  interface Module {
    /** Takes the place of the WebAssembly that the module brings itself. */
    readonly instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => void;
  }
  const libsodium: (module: Module) => Promise<unknown>;
  export default libsodium;
}

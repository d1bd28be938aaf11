/** Put in by the build, from package.json. */
declare const __APP_VERSION__: string;

/** The version as people say it, e.g. "0.1.0". */
export const version: string = __APP_VERSION__;

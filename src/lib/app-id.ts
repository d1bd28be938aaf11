/**
 * The `id` of public/manifest.webmanifest (a test compares them). It says nothing of what the app is for, since it shows in the
 * browser's storage settings. Every database, cache and lock is named after it, so that two apps on one origin do not meet.
 */
export const appId = "daybook";

/** The name of a database, a cache or a lock of this app. */
export const storageName = (part: string): string => `${appId}-${part}`;

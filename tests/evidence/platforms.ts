import directory from "../samples/directory.json?raw";

interface Entry {
  readonly id: string;
  readonly hosts: readonly string[];
}
const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "hosts" in value &&
  Array.isArray(value.hosts);

const parsed: unknown = JSON.parse(directory);
const list =
  typeof parsed === "object" && parsed !== null && "platforms" in parsed && Array.isArray(parsed.platforms) ? parsed.platforms : [];

/** The directory's platforms, as the app hands them to `understandPaste`. */
export const platforms: readonly Entry[] = list.filter(isEntry);

/** 32 hex digits, counting up. */
export const counter = (): (() => string) => {
  let n = 0;
  return () => (n++).toString(16).padStart(32, "0");
};

const refuse = (): never => {
  throw new TypeError("a frozen map was changed");
};

/** Deep-freezes plain data, and makes maps in it throw when they are changed. Returns the same object. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const [key, item] of value) {
      frozen(key);
      frozen(item);
    }
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
  }
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
};

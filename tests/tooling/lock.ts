/*
 * npm leaves a platform's binary out of package-lock.json when the registry it asked does not carry it, and then refuses `npm ci`
 * everywhere. The rows can be written from the names alone: their version is pinned by the package that wants them, and a machine of
 * another platform never fetches them.
 */

interface Row {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export interface Lock {
  readonly packages: Readonly<Record<string, Row>>;
}

interface Wanted {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

/** Optional packages that some row wants and no row describes. */
export const missingRows = ({ packages }: Lock): readonly Wanted[] =>
  Object.entries(packages).flatMap(([parent, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .map(([name, version]) => ({ key: `node_modules/${name}`, name, version, dev: dev === true }))
      .filter(({ key }) => packages[key] === undefined && packages[`${parent}/${key}`] === undefined),
  );

const systems = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix", "win32"];
const processors = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "wasm32"];

/** The row for one of them; undefined when its name does not say its platform. */
const rowOf = ({ name, version, dev }: Wanted): object | undefined => {
  const words = name.split(/[-/]/u);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+$/u.test(version)) return undefined;
  const libc = words.some((word) => word.startsWith("musl"))
    ? ["musl"]
    : words.some((word) => word.startsWith("gnu")) && os === "linux"
      ? ["glibc"]
      : undefined;
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...(libc === undefined ? {} : { libc }), optional: true, os: [os] };
};

/** The lock with those rows, sorted as npm sorts them. Throws when one cannot be written from its name. */
export const completeLock = (lock: Lock): Lock => {
  const added = missingRows(lock).map((wanted) => {
    const row = rowOf(wanted);
    if (row === undefined) throw new Error(`no platform in the name ${wanted.name}`);
    return [wanted.key, row] as const;
  });
  const rows = [...Object.entries(lock.packages), ...added].toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(rows) };
};

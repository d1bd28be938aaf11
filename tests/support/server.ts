import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** A static host as plain as they come, which remembers what it was asked. */
export interface StaticHost {
  /** Address of the served folder, with a slash at the end. */
  readonly url: string;
  /** Paths with queries, in order. */
  readonly requests: readonly string[];
  readonly forgetRequests: () => void;
  /** Serves another folder from now on, as after a release. */
  readonly serve: (folder: string) => void;
  readonly close: () => Promise<void>;
}

interface HostOptions {
  /** Where the app lies on the host, with a slash at both ends; "/" by default. */
  readonly base?: string;
  /** Sent with everything; none by default, as from a host nobody set up. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent besides with files of these endings only, such as ".html". */
  readonly headersOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Starts a host on a free port of 127.0.0.1, where service workers are allowed without https. */
export const startHost = async (folder: string, { base = "/", headers = {}, headersOf = {} }: HostOptions = {}): Promise<StaticHost> => {
  let served = folder;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    requests.push(request.url ?? "/");
    const inside = normalize(decodeURIComponent(pathname.startsWith(base) ? pathname.slice(base.length) : "\0"));
    const file = join(served, inside.endsWith("/") || inside === "." ? join(inside, "index.html") : inside);
    if (inside.startsWith("..") || inside.includes("\0") || !isFile(file)) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      ...headersOf[extname(file)],
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Cache-Control": "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the host has no port");
  return {
    url: `http://127.0.0.1:${String(address.port)}${base}`,
    requests,
    forgetRequests: () => {
      requests.length = 0;
    },
    serve: (next) => {
      served = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

import { policyHeaders } from "../../src/sw/policy.ts";

/*
 * The header files of common static hosts, from the one list in src/sw/policy.ts.
 * `node tests/tooling/run.mjs tests/tooling/write-hosting.ts` writes them; a test compares what is committed with what this makes.
 */

const headers = Object.entries(policyHeaders);
const each = (line: (name: string, value: string) => string): string => headers.map(([name, value]) => line(name, value)).join("\n");

/** Files named by hash never change; sw.js and the pages must be asked for anew. */
const unchanging = "public, max-age=31536000, immutable";
const askAnew = "no-cache";

/** Netlify and Cloudflare Pages. */
const netlify = `/*
${each((name, value) => `  ${name}: ${value}`)}
  Cache-Control: ${askAnew}
/assets/*
  ! Cache-Control
  Cache-Control: ${unchanging}
`;

const apache = `# Apache: needs mod_headers and AllowOverride FileInfo.
AddType application/manifest+json .webmanifest
AddType application/wasm .wasm
<IfModule mod_headers.c>
${each((name, value) => `  Header always set ${name} "${value}"`)}
  Header always set Cache-Control "${askAnew}"
  <FilesMatch "-[A-Za-z0-9_-]{8}\\.(?:js|css|wasm|ttf)$">
    Header always set Cache-Control "${unchanging}"
  </FilesMatch>
</IfModule>
`;

const nginx = `# nginx: put this into the server block that serves the folder, over https.
# add_header is not inherited by a location that has its own, so everything stands in one place.
${each((name, value) => `add_header ${name} "${value}" always;`)}
add_header Cache-Control "${askAnew}" always;
`;

const caddy = `# Caddy: put this into the site block that serves the folder.
header {
${each((name, value) => `\t${name} "${value}"`)}
\tCache-Control "${askAnew}"
}
`;

/** Path under public/ → text. */
export const hostingFiles: Readonly<Record<string, string>> = {
  _headers: netlify,
  ".htaccess": apache,
  "hosting/nginx.conf": nginx,
  "hosting/Caddyfile": caddy,
};

import { openSmallSodium } from "./crypto/small-sodium.ts";
import { storageName } from "./lib/app-id.ts";
import { mediaToken } from "./lib/media.ts";
import { outcomeAddress, shareAction } from "./lib/share-target.ts";
import { parseQuestion, type ApplyAnswer } from "./lib/updates.ts";
import { version } from "./lib/version.ts";
import { forgetOffer, requireConsent } from "./sw/consent.ts";
import { appFiles, buildOf } from "./sw/files.ts";
import { respondMedia } from "./sw/media.ts";
import { takeShare } from "./sw/share.ts";
import { coreIn } from "./sw/sodium-core.ts";

/*
 * The service worker: serves the app's own files with the policy headers, hands sound and film to the player by piece, takes what the share sheet
 * sends into the inbox, and takes an update only after a yes.
 */
declare const self: ServiceWorkerGlobalScope;

const entries = self.__WB_MANIFEST.map((entry) => (typeof entry === "string" ? { url: entry } : entry));
const build = buildOf(entries, version);
const files = appFiles(entries, self.registration.scope);

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      await requireConsent(build, self.registration.active === null);
      await files.install(event);
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      await files.activate(event);
      await forgetOffer(build);
      // The page that installed it can make its vault worker at once, under the policy headers, without a reload.
      await self.clients.claim();
    })(),
  );
});

const { scope } = self.registration;
const sealer = async () => {
  const core = coreIn(await files.workerScript());
  if (core === undefined) throw new Error("libsodium is not in the cache");
  return openSmallSodium(core);
};

/** 303: what follows is a plain visit. A share that met a bug is said to be lost, and the app opens all the same. */
const answerShare = async (request: Request): Promise<Response> => {
  const outcome = await takeShare(request, { name: storageName("vault"), sealer }).catch(() => "none" as const);
  return Response.redirect(outcomeAddress(scope, outcome), 303);
};

self.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const token = mediaToken(request.url, scope);
  if (request.method === "POST" && request.url === `${scope}${shareAction}`) event.respondWith(answerShare(request));
  else if (token !== undefined) event.respondWith(self.clients.get(clientId).then((client) => respondMedia(request, client, token)));
  else event.respondWith(new URL(request.url).origin === self.location.origin ? files.respond(event) : Response.error());
});

/** With one window open, its page vouches that no vault is open; of a second one nobody knows. */
const apply = async (): Promise<ApplyAnswer> => {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length > 1) return "other-window";
  await self.skipWaiting();
  return "applied";
};

self.addEventListener("message", (event) => {
  const question = parseQuestion(event.data);
  const port = event.ports[0];
  if (question === undefined || port === undefined) return;
  if (question.type === "build") port.postMessage(build);
  else if (question.type === "claim") event.waitUntil(self.clients.claim().then(() => port.postMessage("claimed")));
  else event.waitUntil(apply().then((answer) => port.postMessage(answer)));
});

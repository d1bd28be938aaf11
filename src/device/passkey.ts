import { utf8 } from "../lib/bytes.ts";

/** What asking for a passkey came to. `unfit`: there is one, or there could be, but it cannot give a key; `cancelled`: closed, refused, timed out, or none. */
export type PasskeyAnswer = { readonly is: "ready"; readonly output: Uint8Array<ArrayBuffer> } | { readonly is: "unfit" | "cancelled" };

/** The parts of the browser that are used. */
export interface PasskeyBrowser {
  readonly credentials: CredentialsContainer;
  /** Random bytes. */ readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Undefined where there are no passkeys. */ readonly type: typeof PublicKeyCredential | undefined;
  /** What the list of passkeys of the phone shows: the app's neutral name. */ readonly name: string;
  /** Host of the page, which every passkey belongs to. */ readonly host: string;
}

export const browserPasskeys = (view: Window): PasskeyBrowser => ({
  credentials: view.navigator.credentials,
  random: (length) => view.crypto.getRandomValues(new Uint8Array(length)),
  type: typeof PublicKeyCredential === "undefined" ? undefined : PublicKeyCredential,
  name: view.document.title,
  host: view.location.hostname,
});

/** Input of the pseudo-random function: the same for every vault and device, so that a passkey needs to be told nothing about what it opens. */
const input = utf8("holdfast passkey 1");
const extensions: AuthenticationExtensionsClientInputs = { prf: { eval: { first: new Uint8Array(input) } } };
const [es256, rs256] = [-7, -257];

/** Whether this browser knows passkeys; says nothing about whether there is one. */
export const hasPasskeys = ({ type }: PasskeyBrowser): boolean => type !== undefined;

/**
 * Makes a passkey that can be found without being told which (discoverable) and asks for fingerprint, face or PIN. Every one has an id of its own:
 * a second vault's would take the place of the first's. One that cannot give a key is no use, and the phone is told to drop it where it listens.
 */
export const makePasskey = async (browser: PasskeyBrowser): Promise<PasskeyAnswer> => {
  const { credentials, random, name, type } = browser;
  if (type === undefined || (await isKnownUnfit(type))) return { is: "unfit" };
  const made = await asked(() =>
    credentials.create({
      publicKey: {
        rp: { name },
        user: { id: random(16), name, displayName: name },
        challenge: random(32),
        pubKeyCredParams: [es256, rs256].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        attestation: "none",
        extensions,
      },
    }),
  );
  if (!(made instanceof PublicKeyCredential)) return made;
  const { prf } = made.getClientExtensionResults();
  const output = bytesOf(prf?.results?.first);
  if (output !== undefined) return { is: "ready", output };
  // Some phones give the key only when the passkey is used.
  const used = prf?.enabled === true ? await evaluate(browser, [{ type: "public-key", id: made.rawId }]) : { is: "unfit" as const };
  if (used.is !== "ready") await drop(browser, made.id);
  return used;
};

/** Uses a passkey of this app, whichever the person takes: none is named, so the page tells nobody whether there is one. */
export const usePasskey = (browser: PasskeyBrowser): Promise<PasskeyAnswer> => evaluate(browser, []);

const evaluate = async (
  { credentials, random }: PasskeyBrowser,
  allowCredentials: PublicKeyCredentialDescriptor[],
): Promise<PasskeyAnswer> => {
  const used = await asked(() =>
    credentials.get({ publicKey: { challenge: random(32), userVerification: "required", extensions, allowCredentials } }),
  );
  if (!(used instanceof PublicKeyCredential)) return used;
  const output = bytesOf(used.getClientExtensionResults().prf?.results?.first);
  return output === undefined ? { is: "unfit" } : { is: "ready", output };
};

/** Refusals that mean the person or the phone said no, or that this address can have none (an IP address); anything else is a bug. */
const asked = async (ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | { readonly is: "unfit" | "cancelled" }> => {
  try {
    const answer = await ask();
    return answer instanceof PublicKeyCredential ? answer : { is: "cancelled" };
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
    return { is: thrown.name === "NotAllowedError" || thrown.name === "AbortError" ? "cancelled" : "unfit" };
  }
};

const isKnownUnfit = async (type: typeof PublicKeyCredential): Promise<boolean> => {
  if (!("getClientCapabilities" in type)) return false;
  const known: Readonly<Record<string, boolean | undefined>> = await type.getClientCapabilities();
  return known["extension:prf"] === false;
};

const drop = async ({ type, host }: PasskeyBrowser, credentialId: string): Promise<void> => {
  if (type !== undefined && "signalUnknownCredential" in type)
    await type.signalUnknownCredential({ rpId: host, credentialId }).catch(() => undefined);
};

const bytesOf = (source: BufferSource | undefined): Uint8Array<ArrayBuffer> | undefined => {
  if (source === undefined) return undefined;
  return ArrayBuffer.isView(source)
    ? Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
    : new Uint8Array(source);
};

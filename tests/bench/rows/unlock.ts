import { Credentials, CryptoEngine, Kdbx, ProtectedValue } from "kdbxweb";
import { core } from "../../../src/app/core.ts";
import type { Vault } from "../../../src/vault/types.ts";
import { bigCase, later, start } from "../big-case.ts";
import { alternate, ms, type Measured } from "../measure.ts";
import type { Row } from "../page.ts";
import { valueOf, withVault } from "../vault.ts";

const passphrase = "marble canyon ribbon walnut ember lantern";

/** Fills a case with three entries for each link and answers what follows the key derivation until it can be shown: read, decrypt, decode, fold, plan. */
const ourUnlock = async (vault: Vault, caseId: string, links: number): Promise<() => Promise<void>> => {
  const drafts = bigCase(links);
  const batch = 3_000;
  for (let at = 0; at < drafts.length; at += batch) valueOf(await vault.append(caseId, at, drafts.slice(at, at + batch), start, 60));
  return async () => {
    const loaded = valueOf(await vault.loadCase(caseId));
    const state = core.fold(core.empty, loaded.entries);
    const { next } = core.plan(state, later);
    if (state.links.size !== links || loaded.damage.length > 0 || next === null) throw new Error("the case did not come back");
  };
};

/** A KDBX 4 database of as many entries, with the fields that a link has, in memory; its Argon2 answers at once. */
const theirUnlock = async (entries: number): Promise<() => Promise<void>> => {
  CryptoEngine.setArgon2Impl(() => Promise.resolve(new ArrayBuffer(32)));
  const credentials = new Credentials(ProtectedValue.fromString(passphrase));
  const made = Kdbx.create(credentials, "Case");
  for (let n = 0; n < entries; n++) {
    const { fields } = made.createEntry(made.getDefaultGroup());
    const address = `www.site${String(n % 60)}.example/gallery/view.php?id=${String(n * 7919)}&page=${String(n % 40)}`;
    fields.set("Title", address);
    fields.set("URL", `https://${address}`);
    fields.set("UserName", `uploader_${String(n % 97)}`);
    fields.set("Notes", n % 4 === 0 ? "gone" : "still-there");
  }
  const file = await made.save();
  return async () => {
    const opened = await Kdbx.load(file, credentials);
    if (opened.getDefaultGroup().entries.length !== entries) throw new Error("the database did not come back");
  };
};

const against = async (links: number): Promise<{ readonly ours: number; readonly peer: number }> =>
  withVault(async (vault, caseId) => alternate(await ourUnlock(vault, caseId, links), await theirUnlock(links)));

const compared = (links: string, { ours, peer }: { readonly ours: number; readonly peer: number }): Measured => ({
  what: `unlock to usable, ${links} links`,
  against: `kdbxweb, ${links} entries`,
  goal: "≥ 8×",
  ours: ms(ours),
  peer: ms(peer),
  ratio: peer / ours,
  reached: peer / ours >= 8,
});

/** Key derivation is left out on both sides. */
const row: Row = async () => {
  const small = await against(1_000);
  const large = await against(10_000);
  return [
    compared("1,000", small),
    compared("10,000", large),
    {
      what: "unlock to usable, 10,000 links",
      against: "the same, 1,000 links",
      goal: "< 12× the time",
      ours: ms(large.ours),
      peer: ms(small.ours),
      ratio: small.ours / large.ours,
      reached: large.ours < 12 * small.ours,
    },
  ];
};
export default row;

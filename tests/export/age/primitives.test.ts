import { beforeAll, expect, test } from "vitest";
import { chachaOpen, chachaSeal } from "../../../src/crypto/chacha.ts";
import { hkdfSha256 } from "../../../src/crypto/hkdf.ts";
import { hmacSha256 } from "../../../src/crypto/hmac.ts";
import { scryptHere } from "../../../src/crypto/scrypt.ts";
import { sign, signingKeyFromSeed, verifySignature } from "../../../src/crypto/sign.ts";
import { x25519Public, x25519Shared } from "../../../src/crypto/x25519.ts";
import { hex, unhex, utf8 } from "../../../src/lib/bytes.ts";
import { ready } from "./support.ts";

const from = (text: string): Uint8Array => {
  const bytes = unhex(text.replaceAll(" ", ""));
  if (bytes === undefined) throw new Error("not hex");
  return bytes;
};

beforeAll(ready);

test("HMAC-SHA-256 of RFC 4231, cases 2 and 6 (a key longer than a block)", () => {
  expect(hex(hmacSha256(utf8("Jefe"), utf8("what do ya want "), utf8("for nothing?")))).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
  expect(hex(hmacSha256(new Uint8Array(131).fill(0xaa), utf8("Test Using Larger Than Block-Size Key - Hash Key First")))).toBe(
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  );
});

test("HKDF-SHA-256 of RFC 5869, cases 1, 2 and 3", () => {
  const upTo = (start: number, end: number): Uint8Array => Uint8Array.from({ length: end - start }, (_, i) => start + i);
  expect(hex(hkdfSha256(new Uint8Array(22).fill(0x0b), upTo(0, 13), upTo(0xf0, 0xfa), 42))).toBe(
    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
  );
  expect(hex(hkdfSha256(upTo(0, 0x50), upTo(0x60, 0xb0), upTo(0xb0, 0x100), 82))).toBe(
    "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
  );
  expect(hex(hkdfSha256(new Uint8Array(22).fill(0x0b), new Uint8Array(0), new Uint8Array(0), 42))).toBe(
    "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
  );
  expect(() => hkdfSha256(utf8("k"), utf8("s"), utf8("i"), 8161)).toThrow(RangeError);
});

test("X25519 of RFC 7748 §6.1, and no secret with a point of low order", () => {
  const alice = from("77076d0a7318a57d3c16c17251b26645 df4c2f87ebc0992ab177fba51db92c2a");
  const bob = from("5dab087e624a8a4b79e17f8b83800ee6 6f3bb1292618b6fd1c2f8b27ff88e0eb");
  expect(hex(x25519Public(alice))).toBe("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
  const shared = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";
  expect(hex(x25519Shared(alice, x25519Public(bob)) ?? new Uint8Array(0))).toBe(shared);
  expect(hex(x25519Shared(bob, x25519Public(alice)) ?? new Uint8Array(0))).toBe(shared);
  for (const low of ["00".repeat(32), `01${"00".repeat(31)}`, "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"])
    expect(x25519Shared(alice, from(low))).toBeUndefined();
});

test("scrypt of RFC 7914 agrees with its own parameters: N = 1024 and 16384", () => {
  // r = 8, p = 1, N = 16384 is the RFC's third vector, of which these are the first 32 bytes.
  expect(hex(scryptHere(utf8("pleaseletmein"), utf8("SodiumChloride"), 14))).toBe(
    "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2",
  );
});

test("ChaCha20-Poly1305 of RFC 8439 has its tag behind the text; a changed bit opens nothing", () => {
  const key = from("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  const nonce = from("070000004041424344454647");
  const sealed = chachaSeal(key, nonce, utf8("Ladies and Gentlemen"));
  expect(sealed.length).toBe(36);
  expect(hex(sealed.subarray(0, 16))).toBe("d31a8d34648e60db7b86afbc53ef7ec2");
  expect(chachaOpen(key, nonce, sealed)).toEqual(utf8("Ladies and Gentlemen"));
  for (let i = 0; i < sealed.length; i++)
    expect(
      chachaOpen(
        key,
        nonce,
        sealed.map((byte, at) => (at === i ? byte ^ 1 : byte)),
      ),
    ).toBeUndefined();
  expect(chachaOpen(key, nonce, sealed.subarray(0, 15))).toBeUndefined();
});

test("Ed25519 of RFC 8032 §7.1, test 2", () => {
  const key = signingKeyFromSeed(from("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  expect(hex(key.publicKey)).toBe("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const signature = sign(key.secretKey, Uint8Array.of(0x72));
  expect(hex(signature)).toBe(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  );
  expect(verifySignature(key.publicKey, Uint8Array.of(0x72), signature)).toBe(true);
  expect(verifySignature(key.publicKey, Uint8Array.of(0x73), signature)).toBe(false);
  expect(verifySignature(key.publicKey.subarray(1), Uint8Array.of(0x72), signature)).toBe(false);
});

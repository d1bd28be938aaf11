import { h, render } from "preact";
import decodeQR from "qr/decode.js";
import { afterEach, expect, test } from "vitest";
import { QrCode } from "../../src/screens/parts/qr-code.tsx";

afterEach(() => document.body.replaceChildren());

test("a QR code can be read back as it stands on the screen", async () => {
  const words = "unfitted recopy overcoat glimmer handset quarrel tinsel scanner outboard yodel frisk walnut";
  render(h(QrCode, { text: words, label: "Seal code as a picture" }), document.body);
  const drawn = document.querySelector("svg");
  expect(drawn?.getAttribute("aria-label")).toBe("Seal code as a picture");
  const source = new XMLSerializer().serializeToString(drawn ?? document.body);
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = new OffscreenCanvas(400, 400);
  const context = canvas.getContext("2d");
  context?.drawImage(picture, 0, 0, 400, 400);
  const pixels = context?.getImageData(0, 0, 400, 400);
  expect(decodeQR({ width: 400, height: 400, data: pixels?.data ?? new Uint8ClampedArray(0) })).toBe(words);
});

import { crc32, deflateSync } from "node:zlib";

/*
 * Draws the icons: a pale half disc over a line, on deep teal. A calm shape that says nothing of what the app is for.
 * `node tests/tooling/run.mjs tests/tooling/write-icons.ts` writes public/icons; a test compares what is there with what this draws.
 */

const teal = [15, 92, 99] as const;
const paper = [251, 250, 247] as const;

/** Whether a point (0 to 1 from the top left) is on the pale shape; `scale` shrinks it towards the middle. */
const isPale = (x: number, y: number, scale: number): boolean => {
  const u = (x - 0.5) / scale;
  const v = (y - 0.54) / scale;
  const isDisc = v < 0 && Math.hypot(u, v) < 0.26;
  const isLine = Math.abs(u) < 0.34 && v > 0.06 && v < 0.12;
  return isDisc || isLine;
};

/** Whether a point is inside the icon's own rounded square; a maskable icon fills the whole square instead. */
const isInside = (x: number, y: number): boolean => {
  const radius = 0.22;
  const u = Math.max(Math.abs(x - 0.5) - (0.5 - radius), 0);
  const v = Math.max(Math.abs(y - 0.5) - (0.5 - radius), 0);
  return Math.hypot(u, v) <= radius;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

const samples = 4;

/** The colour of one pixel: the mean of 4 × 4 points, alpha for what lies outside the shape. */
const pixel = (px: number, py: number, size: number, maskable: boolean): readonly [number, number, number, number] => {
  let inside = 0;
  let pale = 0;
  for (let i = 0; i < samples * samples; i += 1) {
    const x = (px + ((i % samples) + 0.5) / samples) / size;
    const y = (py + (Math.floor(i / samples) + 0.5) / samples) / size;
    if (!maskable && !isInside(x, y)) continue;
    inside += 1;
    // What a launcher may cut away lies outside the middle four fifths.
    if (isPale(x, y, maskable ? 0.8 : 1)) pale += 1;
  }
  const share = inside === 0 ? 0 : pale / inside;
  const mix = (channel: 0 | 1 | 2): number => Math.round(teal[channel] + (paper[channel] - teal[channel]) * share);
  return [mix(0), mix(1), mix(2), Math.round((255 * inside) / (samples * samples))];
};

/** A PNG: 8 bits, RGBA. */
const png = (width: number, height: number, pixelAt: (x: number, y: number) => readonly [number, number, number, number]): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(pixelAt(x, y), y * (1 + width * 4) + 1 + x * 4);
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
};

const drawIcon = (size: number, maskable: boolean): Buffer => png(size, size, (x, y) => pixel(x, y, size, maskable));

/** Every icon. iOS rounds its own corners and shows transparency as black, so its icon fills the square. */
export const icons: readonly { readonly name: string; readonly draw: () => Buffer }[] = [
  { name: "icon-180.png", draw: () => drawIcon(180, true) },
  { name: "icon-192.png", draw: () => drawIcon(192, false) },
  { name: "icon-512.png", draw: () => drawIcon(512, false) },
  { name: "maskable-192.png", draw: () => drawIcon(192, true) },
  { name: "maskable-512.png", draw: () => drawIcon(512, true) },
  // For leave.html: without an icon the browser would ask the host for /favicon.ico, and the app's own would say where the person was.
  { name: "blank.png", draw: () => png(1, 1, () => [0, 0, 0, 0]) },
];

/**
 * The pictures that a browser may show while it asks whether to install: the icon on paper, since a screen of the app would tell anyone
 * who looks on what it is for.
 */
const drawScreenshot = (width: number, height: number): Buffer => {
  const size = 192;
  const [left, top] = [(width - size) / 2, (height - size) / 2];
  return png(width, height, (x, y) => {
    const isIcon = x >= left && x < left + size && y >= top && y < top + size;
    const [red, green, blue, alpha] = isIcon ? pixel(x - left, y - top, size, false) : [...paper, 0];
    const over = (channel: 0 | 1 | 2, value: number): number => Math.round((value * alpha + paper[channel] * (255 - alpha)) / 255);
    return [over(0, red), over(1, green), over(2, blue), 255];
  });
};

export const screenshots: typeof icons = [
  { name: "narrow.png", draw: () => drawScreenshot(540, 960) },
  { name: "wide.png", draw: () => drawScreenshot(960, 540) },
];

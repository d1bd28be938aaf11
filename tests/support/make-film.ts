import type { Page } from "playwright";

/** A film made for a test: WebM with VP8, one colour a second, as large as a few range requests. */
export interface FilmPlan {
  readonly seconds: number;
  /** Bytes beside the picture in each second, filled with `canary`. */
  readonly ballast: number;
  readonly canary: string;
}

/** Runs in a page: WebCodecs makes the pictures, and what a WebM file needs around them is written by hand (RFC 9559). */
const filmInPage = async ({ seconds, ballast, canary }: FilmPlan): Promise<string> => {
  const concat = (parts: readonly Uint8Array[]): Uint8Array => {
    const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  };
  const uint = (value: number, length: number): Uint8Array =>
    Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256);
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  /** An element: its id, its size in eight bytes, its content. */
  const el = (id: number, ...content: readonly Uint8Array[]): Uint8Array => {
    const body = concat(content);
    const size = uint(body.length, 8);
    size[0] = 0x01;
    return concat([uint(id, id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1), size, body]);
  };

  const fps = 5;
  const [width, height] = [320, 240];
  const blocks: { readonly at: number; readonly key: boolean; readonly data: Uint8Array }[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      blocks.push({ at: chunk.timestamp / 1000, key: chunk.type === "key", data });
    },
    error: (error) => {
      throw error;
    },
  });
  encoder.configure({ codec: "vp8", width, height, bitrate: 200_000 });
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("no canvas");
  for (let n = 0; n < seconds * fps; n++) {
    // Second s is a grey of its own: 20, 40, 60 …
    const grey = 20 * (1 + Math.floor(n / fps));
    pen.fillStyle = `rgb(${String(grey)} ${String(grey)} ${String(grey)})`;
    pen.fillRect(0, 0, width, height);
    const frame = new VideoFrame(canvas, { timestamp: (n * 1_000_000) / fps });
    encoder.encode(frame, { keyFrame: n % fps === 0 });
    frame.close();
  }
  await encoder.flush();

  const filling = text(canary.repeat(Math.ceil(ballast / canary.length))).subarray(0, ballast);
  const clusters = Array.from({ length: seconds }, (_, second) =>
    el(
      0x1f43b675,
      el(0xe7, uint(second * 1000, 4)),
      el(0xec, filling),
      ...blocks
        .filter(({ at }) => Math.floor(at / 1000) === second)
        .map(({ at, key, data }) => el(0xa3, uint(0x81, 1), uint(at - second * 1000, 2), uint(key ? 0x80 : 0, 1), data)),
    ),
  );
  const duration = new Uint8Array(8);
  new DataView(duration.buffer).setFloat64(0, seconds * 1000);
  const info = el(0x1549a966, el(0x2ad7b1, uint(1_000_000, 4)), el(0x4489, duration), el(0x4d80, text("test")), el(0x5741, text("test")));
  const video = el(0xe0, el(0xb0, uint(width, 2)), el(0xba, uint(height, 2)));
  const tracks = el(
    0x1654ae6b,
    el(0xae, el(0xd7, uint(1, 1)), el(0x73c5, uint(1, 1)), el(0x83, uint(1, 1)), el(0x86, text("V_VP8")), video),
  );
  const cuesAt = (start: number): Uint8Array => {
    let at = start;
    return el(
      0x1c53bb6b,
      ...clusters.map((cluster, second) => {
        const cue = el(0xbb, el(0xb3, uint(second * 1000, 4)), el(0xb7, el(0xf7, uint(1, 1)), el(0xf1, uint(at, 8))));
        at += cluster.length;
        return cue;
      }),
    );
  };
  const before = info.length + tracks.length;
  const cues = cuesAt(before + cuesAt(0).length);
  const head = [
    [0x4282, text("webm")],
    [0x4286, uint(1, 1)],
    [0x42f7, uint(1, 1)],
    [0x42f2, uint(4, 1)],
    [0x42f3, uint(8, 1)],
    [0x4287, uint(2, 1)],
    [0x4285, uint(2, 1)],
  ] as const;
  const film = concat([el(0x1a45dfa3, ...head.map(([id, value]) => el(id, value))), el(0x18538067, info, tracks, cues, ...clusters)]);
  let binary = "";
  for (let at = 0; at < film.length; at += 32_768) binary += String.fromCharCode(...film.subarray(at, at + 32_768));
  return btoa(binary);
};

/** Makes a film in a page that is allowed WebCodecs (https or 127.0.0.1). */
export const makeFilm = async (page: Page, plan: FilmPlan): Promise<Buffer> => Buffer.from(await page.evaluate(filmInPage, plan), "base64");

/** A WAV file of so many seconds, its samples filled with `canary`. */
export const makeSound = (seconds: number, canary: string): Buffer => {
  const rate = 44_100;
  const samples = Buffer.alloc(rate * 2 * seconds, canary, "latin1");
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
};

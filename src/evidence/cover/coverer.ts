import { err, ok, type Result } from "../../lib/result.ts";
import { burn } from "./burn.ts";
import { decodePicture, readBack } from "./decode-picture.ts";
import type { Area, Pixels } from "./pixels.ts";
import { encodePng } from "./png-encode.ts";
import { suggestCovers } from "./suggest.ts";

/** `still-unreadable`: the same of what was drawn. `picture-unreadable`: it is no picture that this browser can open, it is too large, or the browser does not give its pixels back as they are. */
export interface CoverError {
  readonly code: "picture-unreadable" | "still-unreadable";
}

/** The vault's files, inside the worker. */
export interface CoverFiles<E> {
  readonly readFile: (caseId: string, file: string) => Promise<Result<ArrayBuffer, E>>;
  readonly importFile: (caseId: string, bytes: ArrayBuffer) => Promise<Result<CoveredFile, E>>;
}

/** A stored file that no entry names yet. */
export interface CoveredFile {
  readonly file: string;
  /** SHA-256 of its exact bytes, 64 hex digits. */ readonly sha256: string;
  /** Bytes. */ readonly size: number;
}

/** A picture to be covered: drawn as it will be burned, with what is suggested. */
export interface OpenedPicture {
  readonly width: number;
  readonly height: number;
  readonly picture: ImageBitmap;
  readonly suggested: readonly Area[];
}

export interface Coverer<E> {
  /** Decodes a kept picture, in memory only. `type`: media type by content. */
  readonly open: (caseId: string, file: string, type: string) => Promise<Result<OpenedPicture, E | CoverError>>;
  /** Stores a covered copy of it as a PNG of the same size; the file itself stays as it is. Areas in its pixels; they must not be empty. */
  readonly cover: (caseId: string, file: string, type: string, areas: readonly Area[]) => Promise<Result<CoveredFile, E | CoverError>>;
  /** Stores what was drawn, a page of a document or one frame of a film, as a PNG of exactly its pixels. Closes the picture. */
  readonly keep: (caseId: string, picture: ImageBitmap) => Promise<Result<CoveredFile, E | CoverError>>;
}

/** Covering inside the vault worker: neither the file nor its covered copy crosses to the page, only what is drawn there. */
export const makeCoverer = <E>({ readFile, importFile }: CoverFiles<E>): Coverer<E> => {
  const decoded = async (caseId: string, file: string, type: string): Promise<Result<Pixels, E | CoverError>> => {
    const bytes = await readFile(caseId, file);
    if (!bytes.ok) return bytes;
    const pixels = await decodePicture(bytes.value, type);
    return pixels === undefined ? err({ code: "picture-unreadable" }) : ok(pixels);
  };
  const store = async (caseId: string, pixels: Pixels): Promise<Result<CoveredFile, E>> => {
    const png = await encodePng(pixels);
    const stored = await importFile(caseId, png.buffer);
    png.fill(0);
    return stored;
  };
  return {
    open: async (caseId, file, type) => {
      const read = await decoded(caseId, file, type);
      if (!read.ok) return read;
      const { width, height, data } = read.value;
      const picture = await createImageBitmap(new ImageData(data, width, height));
      return ok({ width, height, picture, suggested: suggestCovers(read.value) });
    },
    cover: async (caseId, file, type, areas) => {
      const read = await decoded(caseId, file, type);
      return read.ok ? store(caseId, burn(read.value, areas)) : read;
    },
    keep: async (caseId, picture) => {
      const pixels = readBack(picture);
      picture.close();
      return pixels === undefined ? err({ code: "still-unreadable" }) : store(caseId, pixels);
    },
  };
};

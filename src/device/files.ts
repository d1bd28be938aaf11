/** Chromium's save dialog; the DOM types do not have it yet. */
interface SavePicker {
  readonly showSaveFilePicker: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
}
const hasSavePicker = (view: Window): view is Window & SavePicker =>
  "showSaveFilePicker" in view && typeof view.showSaveFilePicker === "function";
const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

let waiting: (() => void) | undefined;

/**
 * The browser's own file chooser; empty when cancelled. Call it from a tap. `accept` as in the HTML attribute. A browser that does not tell of
 * cancelling leaves the promise open until the next call.
 */
export const pickFiles = (page: Document, accept: string, many: boolean): Promise<readonly File[]> =>
  new Promise((resolve) => {
    waiting?.();
    const input = page.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.multiple = many;
    input.autocomplete = "off";
    input.hidden = true;
    const end = (): void => {
      waiting = undefined;
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    waiting = end;
    input.addEventListener("change", end, { once: true });
    input.addEventListener("cancel", end, { once: true });
    // Safari wants it in the page.
    page.body.append(input);
    input.click();
  });

/** How long a download may take to begin before its address is withdrawn, in milliseconds. */
const revokeAfter = 60_000;

const download = (page: Document, file: Blob, name: string, later: (ms: number, job: () => void) => unknown): void => {
  const url = URL.createObjectURL(file);
  const anchor = page.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.hidden = true;
  page.body.append(anchor);
  anchor.click();
  anchor.remove();
  later(revokeAfter, () => URL.revokeObjectURL(url));
};

/** Gives bytes once the person has said where they shall go; null when they could not be had. */
export type LateBytes = () => Promise<ArrayBuffer | null>;

/** Bytes go straight into the file: in a Blob, the browser might put them on its own disk besides. */
const writeTo = async (handle: FileSystemFileHandle, file: Blob | LateBytes): Promise<"saved" | "failed"> => {
  try {
    const data = file instanceof Blob ? file : await file();
    if (data === null) return "failed";
    const out = await handle.createWritable();
    if (data instanceof Blob) await data.stream().pipeTo(out);
    else {
      await out.write(data);
      await out.close();
    }
    return "saved";
  } catch {
    return "failed";
  }
};

/**
 * Saves under `name` through the browser's save dialog, or as a download where there is none ("saved" then means that it was handed to the browser). Call it from a tap.
 * The name must not tell what the file is about; neither does the type, which is left out.
 */
export const saveFile = async (
  view: Window,
  file: Blob | LateBytes,
  name: string,
  later: (ms: number, job: () => void) => unknown,
): Promise<"saved" | "cancelled" | "failed"> => {
  if (hasSavePicker(view)) {
    let handle: FileSystemFileHandle | undefined;
    try {
      handle = await view.showSaveFilePicker({ suggestedName: name });
    } catch (error) {
      // Anything but the person's "no": the dialog is not allowed here, and a download may be.
      if (isAbort(error)) return "cancelled";
    }
    if (handle !== undefined) return writeTo(handle, file);
  }
  try {
    const data = file instanceof Blob ? file : await file();
    if (data === null) return "failed";
    download(view.document, data instanceof Blob ? data : new Blob([data]), name, later);
    return "saved";
  } catch {
    return "failed";
  }
};

/** A file of the person's choice, to be written to piece by piece; null where there is no such dialog. Call it from a tap. */
export const chooseSaveFile = async (view: Window, name: string): Promise<FileSystemFileHandle | "cancelled" | null> => {
  if (!hasSavePicker(view)) return null;
  try {
    return await view.showSaveFilePicker({ suggestedName: name });
  } catch (error) {
    return isAbort(error) ? "cancelled" : null;
  }
};

const shareData = (file: Blob, name: string): ShareData => ({
  files: [new File([file], name, { type: file.type === "" ? "application/octet-stream" : file.type })],
});

/** Would the system's share sheet take this file? A browser may still refuse the file's ending when it is shared. */
export const canShareFile = (file: Blob, name: string): boolean => {
  try {
    return "canShare" in navigator && navigator.canShare(shareData(file, name));
  } catch {
    return false;
  }
};

/** Hands the file to the system's share sheet; no title or text goes with it. Call it from a tap. */
export const shareFile = async (file: Blob, name: string): Promise<"shared" | "cancelled" | "failed"> => {
  try {
    await navigator.share(shareData(file, name));
    return "shared";
  } catch (error) {
    return isAbort(error) ? "cancelled" : "failed";
  }
};

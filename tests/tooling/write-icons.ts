import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { icons, screenshots } from "./icons.ts";

const write = (folder: string, pictures: typeof icons): void => {
  const path = join(import.meta.dirname, "../../public", folder);
  mkdirSync(path, { recursive: true });
  for (const { name, draw } of pictures) writeFileSync(join(path, name), draw());
};
write("icons", icons);
write("screenshots", screenshots);

import { hashServices } from "../content/hash-services/index.ts";
import { platforms } from "../content/platforms/index.ts";
import { stepById } from "../content/steps/index.ts";
import type { TimelineTexts } from "./timeline-words.ts";

/** Names out of the content; an id that is not known shows as itself. */
export const timelineTexts: TimelineTexts = {
  step: (id) => stepById(id)?.title ?? id,
  service: (id) => hashServices.find((service) => service.id === id)?.name ?? id,
  engine: (id) => platforms.find((platform) => platform.id === id || platform.id === `${id}-search`)?.name ?? id,
};

import type { JsonObject } from "../../lib/json.ts";
import schema from "../case.schema.json";
import { schemaFaults } from "./schema.ts";

/** Where this object is not a `data/case.json` of format 1, as paths in it; empty when it is. Unknown members are faults. */
export const caseJsonFaults = (value: JsonObject): readonly string[] => schemaFaults(schema, value);

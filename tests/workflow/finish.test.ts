import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryPerson } from "./support/arbitrary.ts";
import { walkAround, walkBySkipping, walkToClosed } from "./support/drive.ts";
import { withProfiles } from "./support/person.ts";
import { isOpen } from "./support/walk.ts";

const runs = { numRuns: 25 };

test("a person who does what comes next closes the case", () => {
  fc.assert(
    fc.property(arbitraryPerson, (person) => {
      const { walk } = walkToClosed(person, withProfiles);
      expect(walk.state.closed).toBe(true);
    }),
    runs,
  );
});

test("a person who does each offered action, in any order, finishes everything", () => {
  fc.assert(
    fc.property(arbitraryPerson, fc.array(fc.nat(50), { minLength: 5, maxLength: 30 }), (person, picks) => {
      const { walk } = walkAround(person, picks, withProfiles);
      expect(walk.plan().actions.filter(isOpen)).toEqual([]);
    }),
    runs,
  );
});

test("a person who gives a reason against everything still reaches the end", () => {
  fc.assert(
    fc.property(arbitraryPerson, (person) => {
      const { walk } = walkBySkipping(person, withProfiles);
      expect(walk.state.closed).toBe(true);
    }),
    runs,
  );
});

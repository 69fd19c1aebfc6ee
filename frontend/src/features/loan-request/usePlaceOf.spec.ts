import { expect, it } from "vitest";
import { addressOf } from "./usePlaceOf";

it.each([
  ["1 rue Haute", "80000", "1 rue Haute, 80000"], ["1 rue Haute, 80000 Amiens", "80000", "1 rue Haute, 80000 Amiens"], ["1 rue Haute", null, "1 rue Haute"], [null, "80000", "80000"], [null, null, ""],
])("the address « %s » of %s is written « %s »", (address, postal_code, written) => expect(addressOf({ address, postal_code })).toBe(written));

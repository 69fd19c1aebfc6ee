import { describe, expect, it } from "vitest";
import { Problem } from "@/lib/problem";
import { fieldErrors } from "./entry";

const refused = (...pointers: string[]) => new Problem(422, { errors: pointers.map((pointer) => ({ pointer, code: "x", detail: `Corrigez ${pointer}.` })) });

describe("errors by field", () => {
  it("go where they were typed", () => {
    expect(fieldErrors(refused("/body/name", "/body/email"), ["name", "email"])).toMatchObject({ byField: { name: "Corrigez /body/name.", email: "Corrigez /body/email." }, elsewhere: [] });
  });
  it("of a value in a list go to the list's field", () => {
    expect(fieldErrors(refused("/themes/2"), ["themes"])).toEqual({ byField: { themes: "Corrigez /themes/2." }, byPath: { "themes.2": "Corrigez /themes/2." }, elsewhere: [] });
  });
  it("of a part of an object go to its field, by a path with dots", () => {
    expect(fieldErrors(refused("#/address/city"), ["address.city"]).byField).toEqual({ "address.city": "Corrigez #/address/city." });
  });
  it("of a name that only begins alike go elsewhere", () => {
    expect(fieldErrors(refused("/names"), ["name"])).toEqual({ byField: {}, byPath: {}, elsewhere: ["Corrigez /names."] });
  });
  it("keep the first sentence of a field", () => {
    const problem = new Problem(422, { errors: [{ pointer: "/a", code: "x", detail: "Un." }, { pointer: "/a", code: "y", detail: "Deux." }] });
    expect(fieldErrors(problem, ["a"]).byField).toEqual({ a: "Un." });
  });
});

import { describe, expect, it } from "vitest";
import type { AgendaItem } from "@/api/types";
import { gather, spotsOf } from "./places";

type Venue = AgendaItem["venue"];
const venue = (part: Partial<NonNullable<Venue>>): Venue => ({ id: "v", name: "Salle", city: "Amiens", insee: "80021", department: "80", latitude: 49.9, longitude: 2.3, ...part });
const item = (id: string, at: Venue) => ({ id, venue: at }) as AgendaItem;

describe("events on a map", () => {
  it("gathers by town, the fullest first, and keeps aside what has no place", () => {
    const { places, nowhere } = gather([
      item("lille", venue({ insee: "59350", city: "Lille" })), item("a", venue({})), item("b", venue({ id: "w", latitude: 49.89 })),
      item("online", null), item("unknown", venue({ latitude: null })),
    ]);
    expect(places.map((place) => [place.name, place.items.map((each) => each.id)])).toEqual([["Amiens", ["a", "b"]], ["Lille", ["lille"]]]);
    expect(nowhere.map((each) => each.id)).toEqual(["online", "unknown"]);
  });
  it("gathers by nearness where the town is not known", () => {
    const { places } = gather([item("a", venue({ insee: null, latitude: 49.901 })), item("b", venue({ insee: null, latitude: 49.899 })), item("c", venue({ insee: null, latitude: 50.9 }))]);
    expect(places.map((place) => place.items.length)).toEqual([2, 1]);
  });
});

const at = (scale: number) => ({ longitude, latitude }: { longitude: number; latitude: number }) => ({ x: longitude * scale, y: latitude * scale });

describe("spots on the screen", () => {
  const { places } = gather([item("a", venue({})), item("b", venue({ insee: "80001", city: "Boves", longitude: 2.39 })), item("c", venue({ insee: "59350", city: "Lille", longitude: 3.06 }))]);
  it("merges what is too near, and parts it again when the map comes closer", () => {
    expect(spotsOf(places, at(100)).map((spot) => spot.places.map((each) => each.name))).toEqual([["Amiens", "Boves"], ["Lille"]]);
    expect(spotsOf(places, at(1000)).length).toBe(3);
  });
  it("loses no town at any scale", () => {
    for (const scale of [1, 50, 100, 400, 5000]) expect(spotsOf(places, at(scale)).flatMap((spot) => spot.places).length).toBe(places.length);
  });
});

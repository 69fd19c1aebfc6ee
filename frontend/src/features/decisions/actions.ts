import type { Decision } from "./calls";
import { deciding, moved, ranksOf, waitingList, type Wish } from "./lines";
import type { Sheet } from "./sheet";

/** What the table's lines do, always on what the sheet holds now: the same object all along, so that lines need not be drawn again. */
export interface Actions {
  decide: (ids: ReadonlySet<string>, decision: Decision | null) => void;
  change: (id: string, wish: Wish) => void;
  rank: (id: string, place: number) => void;
  settle: (id: string, mine: boolean) => void;
}

export function actionsOn(sheet: Sheet): Actions {
  const lines = () => sheet.current().lines;
  return {
    decide: (ids, decision) => sheet.want(deciding(lines(), ids, decision)),
    change: (id, wish) => sheet.want(new Map([[id, wish]])),
    rank: (id, place) => sheet.want(ranksOf(moved(waitingList(lines()), id, place), lines())),
    settle: (id, mine) => sheet.settle(id, mine),
  };
}

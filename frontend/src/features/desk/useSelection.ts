import { useCallback, useState } from "react";
import type { Card } from "./filters";

export interface Selection {
  cards: readonly Card[];
  has: (id: string) => boolean;
  toggle: (card: Card) => void;
  /** Chooses all of these, or none of them when all were chosen. */
  toggleAll: (cards: readonly Card[]) => void;
  clear: () => void;
}

/** The applications that something is going to be done with. They stay chosen when the filters change, not when the call does. */
export function useSelection(call: string): Selection {
  const [state, setState] = useState<{ call: string; chosen: ReadonlyMap<string, Card> }>({ call, chosen: new Map() });
  const chosen = state.call === call ? state.chosen : new Map<string, Card>();
  const change = useCallback((make: (before: ReadonlyMap<string, Card>) => ReadonlyMap<string, Card>) => {
    setState((before) => ({ call, chosen: make(before.call === call ? before.chosen : new Map()) }));
  }, [call]);
  return {
    cards: [...chosen.values()].toSorted((a, b) => a.number - b.number),
    has: (id) => chosen.has(id),
    toggle: (card) => change((before) => {
      const next = new Map(before);
      if (!next.delete(card.id)) next.set(card.id, card);
      return next;
    }),
    toggleAll: (cards) => change((before) => {
      const next = new Map(before);
      const all = cards.every(({ id }) => before.has(id));
      for (const card of cards) {
        if (all) next.delete(card.id);
        else next.set(card.id, card);
      }
      return next;
    }),
    clear: useCallback(() => change(() => new Map()), [change]),
  };
}

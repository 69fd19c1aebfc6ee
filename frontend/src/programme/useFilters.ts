import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Search } from "./faceted";

interface Address<Filters> {
  page: "/agenda" | "/scolaires" | "/catalogue" | "/annuaire";
  parse: (search: Search) => Filters;
  toSearch: (filters: Filters) => Record<string, string>;
}

/** The filters in the address, and the way to change them: one entry of history per change, the page staying where it is. */
export function useFilters<Filters>({ page, parse, toSearch }: Address<Filters>): [Filters, (next: Filters) => void] {
  const search = useSearch({ strict: false });
  const key = JSON.stringify(search);
  const navigate = useNavigate();
  // The router gives a new object on each render of an unchanged address.
  const filters = useMemo(() => parse(JSON.parse(key) as Search), [parse, key]);
  const change = useCallback(
    (next: Filters) => void navigate({ to: page, search: toSearch(next), resetScroll: false }),
    [navigate, page, toSearch],
  );
  return [filters, change];
}

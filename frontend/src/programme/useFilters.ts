import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { parseFilters, toSearch, type Filters } from "./filters";

/** The filters in the address, and the way to change them: one entry of history per change, the page staying where it is. */
export function useFilters(page: "/agenda" | "/scolaires"): [Filters, (next: Filters) => void] {
  const search = useSearch({ strict: false });
  const key = JSON.stringify(search);
  const navigate = useNavigate();
  // The router gives a new object on each render of an unchanged address.
  const filters = useMemo(() => parseFilters(JSON.parse(key) as Record<string, unknown>), [key]);
  const change = useCallback(
    (next: Filters) => void navigate({ to: page, search: toSearch(next), resetScroll: false }),
    [navigate, page],
  );
  return [filters, change];
}

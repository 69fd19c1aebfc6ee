import { useQuery } from "@tanstack/react-query";
import { territory } from "@/api/queries";
import { lendingWord, useLendingWords, type LendingList } from "@/programme/lendingWords";
import type { CatalogueFacets, FacetName } from "./catalogue";
import { useCatalogueWords } from "./words";

const LISTS = new Set<FacetName>(["category", "theme", "audience", "format", "language", "accessibility"]);

/** How a value of a facet is called: by our own words, the territory's names, or what the API calls it. */
export function useFacetLabel(facets: Partial<CatalogueFacets> | undefined): (name: FacetName, code: string) => string {
  const words = useLendingWords();
  const { w } = useCatalogueWords();
  const departments = useQuery(territory()).data?.departments;
  return (name, code) => {
    if (LISTS.has(name)) return lendingWord(words, name as LendingList, code);
    if (name === "department") return departments?.find((each) => each.code === code)?.name ?? code;
    return facets?.[name]?.find((each) => each.value === code)?.label ?? (code === "agency" ? w.agency : code);
  };
}

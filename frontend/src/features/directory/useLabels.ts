import { useQuery } from "@tanstack/react-query";
import { territory } from "@/api/queries";
import { kinds, type DirectoryFacets, type FacetName } from "./directory";
import { useDirectoryWords } from "./words";

const LISTS = { kind: "items", theme: "themes", offer: "offers" } as const;

/** How codes are called: by the closed lists of organisations, the territory's names, or what the API calls them. */
export function useLabels(facets?: Partial<DirectoryFacets>): (name: FacetName, code: string) => string {
  const { lang } = useDirectoryWords();
  const known = useQuery(kinds()).data;
  const departments = useQuery(territory()).data?.departments;
  return (name, code) => {
    if (name === "department") return departments?.find((each) => each.code === code)?.name ?? code;
    if (name === "commune") return facets?.commune?.find((each) => each.value === code)?.label ?? code;
    const found = known?.[LISTS[name]].find((each) => each.code === code);
    return (lang === "fr" ? found?.label_fr : found?.label_en) ?? code;
  };
}

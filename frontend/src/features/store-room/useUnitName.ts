import { useReportWords } from "./reportWords";

interface Named {
  name: string | null;
  copy_number: number;
  module_number: number | null;
}

/** « Exemplaire 2, module 1, Le moulin ». */
export function useUnitName(): (unit: Named) => string {
  const { w } = useReportWords();
  return ({ copy_number: copy, module_number: module, name }) => w.unit(copy, module, name);
}

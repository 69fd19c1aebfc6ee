import { useLendingWords } from "@/programme/lendingWords";
import { ImportOf } from "./ImportOf";
import COLUMNS from "./loans-columns.json";
import { useImportWords } from "./words";

type Table = keyof typeof COLUMNS;
const TABLES: readonly Table[] = ["organisations", "items", "loans", "loan_evaluations", "contributor_returns"];

/** What is lent, and was. */
export function LoanImportPage() {
  const { w } = useImportWords();
  const words = useLendingWords();
  return (
    <ImportOf
      kind={{
        path: "/imports/loans", title: w.title, lead: `${w.loans} ${w.careful}`, roles: ["lender", "administrator"], tables: TABLES, tableWord: (table) => words.import_table[table as Table], columns: COLUMNS,
        results: [{ to: "/espace/outils", label: w.toResult.items }, { to: "/espace/prets", label: w.toResult.loans }, { to: "/espace/prets/chiffres", label: w.toResult.figures }],
      }}
    />
  );
}

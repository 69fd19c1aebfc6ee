import { useLendingWords } from "@/programme/lendingWords";
import { TABLES, type Table } from "./calls";
import COLUMNS from "./columns.json";
import { emptyTable } from "./report";
import { useImportWords } from "./words";

/** Which columns each table has, and an empty one to fill in. A test of the service holds the list to what it takes. */
export function ColumnsHelp() {
  const { w } = useImportWords();
  const words = useLendingWords();
  return (
    <details className="import__help">
      <summary>{w.help}</summary>
      <p>{w.helpText}</p>
      <ul role="list" className="lines">
        {TABLES.map((table) => (
          <li key={table} className="line">
            <div className="line__main">
              <span>{words.import_table[table]}</span>
              <span>{w.needed} : <code>{COLUMNS[table].needed.join(", ")}</code></span>
              {COLUMNS[table].optional.length > 0 && <span className="soft">{w.optional} : <code>{COLUMNS[table].optional.join(", ")}</code></span>}
            </div>
            <div className="line__actions"><button type="button" className="button" aria-label={w.emptyOf(words.import_table[table])} onClick={() => save(table)}>{w.empty}</button></div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Gives the empty table to the browser, which saves it. */
function save(table: Table): void {
  const address = URL.createObjectURL(new Blob([emptyTable(COLUMNS[table])], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${table}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

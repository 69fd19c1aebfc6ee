import { useImportKind, type Columns } from "./kind";
import { emptyTable } from "./report";
import { useImportWords } from "./words";

/** Which columns each table has, and an empty one to fill in. A test of the service holds the list to what it takes. */
export function ColumnsHelp() {
  const { w } = useImportWords();
  const { tables, tableWord, columns } = useImportKind();
  return (
    <details className="import__help">
      <summary>{w.help}</summary>
      <p>{w.helpText}</p>
      <ul role="list" className="lines">
        {tables.map((table) => columns[table] && (
          <li key={table} className="line">
            <div className="line__main">
              <span>{tableWord(table)}</span>
              <span>{w.needed} : <code>{columns[table].needed.join(", ")}</code></span>
              {columns[table].optional.length > 0 && <span className="soft">{w.optional} : <code>{columns[table].optional.join(", ")}</code></span>}
            </div>
            <div className="line__actions"><button type="button" className="button" aria-label={w.emptyOf(tableWord(table))} onClick={() => save(table, columns[table] ?? { needed: [], optional: [] })}>{w.empty}</button></div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Gives the empty table to the browser, which saves it. */
function save(table: string, columns: Columns): void {
  const address = URL.createObjectURL(new Blob([emptyTable(columns)], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${table}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

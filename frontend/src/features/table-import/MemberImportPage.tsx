import { ImportOf } from "./ImportOf";
import COLUMNS from "./members-columns.json";
import { useImportWords } from "./words";

const TABLES = ["organisations", "members", "fees", "board_terms", "officers", "meetings"] as const;

/** Who is in the association, what they pay, and how it was governed. */
export function MemberImportPage() {
  const { w } = useImportWords();
  return (
    <ImportOf
      kind={{
        path: "/imports/members", title: w.membersTitle, lead: `${w.members} ${w.careful}`, roles: ["secretary", "administrator"], tables: TABLES, tableWord: (table) => w.memberTables[table] ?? table, columns: COLUMNS,
        results: [{ to: "/espace/adherents", label: w.toResult.members }, { to: "/espace/gouvernance", label: w.toResult.governance }, { to: "/espace/association/chiffres", label: w.toResult.figures }],
      }}
    />
  );
}

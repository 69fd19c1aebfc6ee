import { useQuery } from "@tanstack/react-query";
import { formatAmount } from "@/lib/amounts";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { ageing, type Ageing } from "./calls";
import { useFeeWords } from "./words";

type Row = Omit<Ageing["buckets"][number], "age"> & { age: string };

/** What is still to come, by how late it is. */
export function AgeingPart() {
  const { w, lang } = useFeeWords();
  const words = useMemberWords();
  const query = useQuery(ageing());
  const columns: Column<Row>[] = [
    { key: "age", label: w.age, cell: ({ age }) => (age === "total" ? w.total : memberWord(words, "fee_age", age)) },
    { key: "fees", label: w.fees, numeric: true, cell: ({ fees }) => fees },
    { key: "left", label: w.left, numeric: true, cell: ({ remaining_cents: cents }) => formatAmount(cents, lang) },
  ];
  return (
    <Part title={w.ageing}>
      <Loaded query={query}>
        {({ buckets, total, remaining_cents: left }) => (total === 0
          ? <NothingYet><p>{w.ageingNone}</p></NothingYet>
          : <DataTable caption={w.ageing} columns={columns} rows={[...buckets.filter(({ fees }) => fees > 0), { age: "total", fees: total, remaining_cents: left }]} rowKey={({ age }) => age} />)}
      </Loaded>
    </Part>
  );
}

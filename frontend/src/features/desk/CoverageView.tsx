import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { coverage, type Area, type Call, type Coverage } from "./calls";
import { share, weightOf, within, type Looked } from "./coverage";
import { CoverageMap } from "./CoverageMap";
import type { Filters } from "./filters";
import { useDeskWords } from "./words";

const LOOKED: readonly Looked[] = ["nothing", "applications", "events"];
/** As many communes as one reads at once. */
const FIRST = 60;

/** Where the applications and the programme are, and where nothing is yet. */
export function CoverageView({ call, filters }: { call: Call; filters: Filters }) {
  const { w } = useDeskWords();
  const query = useQuery(coverage(call.id, filters));
  return <Loaded query={query} waiting={w.loading}>{(found) => <Found found={found} />}</Loaded>;
}

function Found({ found }: { found: Coverage }) {
  const { w } = useDeskWords();
  const [looked, setLooked] = useState<Looked>("nothing");
  const [department, setDepartment] = useState("");
  const shown = useMemo(() => within(found.communes, looked, department), [found, looked, department]);
  const without = found.departments.reduce((sum, each) => sum + each.communes_without, 0);
  return (
    <>
      <p>{w.coverageText(without, found.communes.length)}{found.without_place > 0 && ` ${w.withoutPlace(found.without_place)}`}</p>
      <div className="desk__bar">
        <div className="desk__views" role="group" aria-label={w.lookAt}>
          {LOOKED.map((each) => <button key={each} type="button" aria-pressed={each === looked} onClick={() => setLooked(each)}>{w.looked[each]}</button>)}
        </div>
        <Select label={w.department} value={department} data={[{ value: "", label: w.whole }, ...found.departments.map(({ code, name }) => ({ value: code, label: name }))]} onChange={(value) => setDepartment(value ?? "")} />
      </div>
      <CoverageMap communes={shown} looked={looked} />
      <CommuneList key={`${looked}-${department}`} communes={shown} looked={looked} />
      <Part title={w.byDepartment}><Areas caption={w.byDepartment} rows={found.departments} /></Part>
      <Part title={w.byEpci}><Areas caption={w.byEpci} rows={found.epcis} /></Part>
    </>
  );
}

function CommuneList({ communes, looked }: { communes: Coverage["communes"]; looked: Looked }) {
  const { w } = useDeskWords();
  const [all, setAll] = useState(false);
  const listed = all ? communes : communes.slice(0, FIRST);
  return (
    <Part title={`${w.communesList} (${new Intl.NumberFormat("fr-FR").format(communes.length)})`}>
      {communes.length === 0 ? <p>{w.noneThere}</p> : (
        <ul role="list" className="communes">
          {listed.map((each) => <li key={each.insee}>{each.name} <span className="soft">({each.department}){looked !== "nothing" && ` ${w.things(weightOf(looked, each), looked)}`}</span></li>)}
        </ul>
      )}
      {listed.length < communes.length && <p className="line__actions"><span className="soft">{w.firstOf(FIRST, communes.length)}</span><Button size="xs" onClick={() => setAll(true)}>{w.showAll}</Button></p>}
    </Part>
  );
}

function Areas({ caption, rows }: { caption: string; rows: readonly Area[] }) {
  const { w } = useDeskWords();
  const columns: Column<Area>[] = [
    { key: "name", label: w.area, cell: ({ name }) => name },
    { key: "covered", label: w.communes, numeric: true, cell: (row) => `${row.communes} (${w.covered(share(row.communes - row.communes_without, row.communes))})` },
    { key: "without", label: w.withNothing, numeric: true, cell: (row) => row.communes_without },
    { key: "applications", label: w.applications, numeric: true, cell: (row) => row.applications },
    { key: "events", label: w.events, numeric: true, cell: (row) => row.events },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ code }) => code} />;
}

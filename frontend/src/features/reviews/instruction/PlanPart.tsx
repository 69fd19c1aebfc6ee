import { Button, NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { post } from "@/api/write";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { callPath, committee, sitting, type Call, type Plan, type Wanted } from "./calls";
import { EntrustForm } from "./EntrustForm";
import { byApplication, leftOut } from "./table";
import { useInstructionWords } from "./words";

/** A plan of who reads what: proposed, looked at, done. */
export function PlanPart({ call }: { call: Call }) {
  const { w } = useInstructionWords();
  const seats = useQuery(committee(call.id));
  return (
    <Loaded query={seats}>
      {(found) => (sitting(found).length === 0
        ? <NothingYet><p><strong>{w.nobody}</strong></p><Link to="/espace/appels/$id/instruction" params={{ id: call.id }} search={{ partie: "comite" } as never} className="button">{w.toCommittee}</Link></NothingYet>
        : <Planning call={call} />)}
    </Loaded>
  );
}

function Planning({ call }: { call: Call }) {
  const { w } = useInstructionWords();
  const [plan, setPlan] = useState<Plan | null>(null);
  const entry = useEntry({
    initial: { reviews_per_application: call.reviews_per_application as number | "" }, labels: { reviews_per_application: w.each },
    send: async (values) => setPlan(await post<Plan>(`${callPath(call.id)}/assignments/preview`, { reviews_per_application: values.reviews_per_application || null })),
  });
  return (
    <>
      <Part title={w.plan}>
        <p className="soft instruction__text">{w.planText}</p>
        <EntryForm entry={entry} submitLabel={plan ? w.again : w.propose} label={w.plan}>
          <NumberInput {...entry.field("reviews_per_application")} label={w.each} min={1} max={20} allowDecimal={false} clampBehavior="strict" className="instruction__day" />
        </EntryForm>
      </Part>
      {plan && <Proposed key={JSON.stringify(plan.assignments)} call={call} plan={plan} onDone={() => setPlan(null)} />}
    </>
  );
}

const isOne = (one: Wanted, other: Wanted) => one.application_id === other.application_id && one.account_id === other.account_id;

function Proposed({ call, plan, onDone }: { call: Call; plan: Plan; onDone: () => void }) {
  const { w } = useInstructionWords();
  // What the coordination takes out of it by hand.
  const [out, setOut] = useState<readonly Wanted[]>([]);
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const kept = plan.items.filter(({ application, account }) => out.every((each) => !isOne(each, { application_id: application.id, account_id: account.id })));
  const wanted: Wanted[] = kept.map(({ application, account }) => ({ application_id: application.id, account_id: account.id }));
  const loads = plan.loads.map(({ account, before }) => ({ account, before, more: kept.filter((each) => each.account.id === account.id).length }));
  const most = Math.max(1, ...loads.map(({ before, more }) => before + more));
  const name = ({ number, title }: Plan["withheld"][number]) => `${w.number(number)} ${title ?? w.untitled}`;
  const left = leftOut(plan, name);
  const columns: Column<(typeof loads)[number]>[] = [
    { key: "name", label: w.person, cell: ({ account }) => account.name },
    { key: "load", label: w.balance, cell: ({ before, more }) => loadOf(before, more, most) },
    { key: "before", label: w.before, numeric: true, cell: ({ before }) => before },
    { key: "more", label: w.more, numeric: true, cell: ({ more }) => (more > 0 ? `+ ${more}` : "0") },
    { key: "after", label: w.after, numeric: true, cell: ({ before, more }) => before + more },
  ];
  return (
    <div ref={heading} tabIndex={-1} className="instruction__plan" aria-label={w.proposed} role="group">
      <Part title={w.balance}><DataTable caption={w.balance} columns={columns} rows={loads} rowKey={({ account }) => account.id} /></Part>
      <Part title={w.out}>
        {left.length === 0 ? <p className="soft">{w.outNone}</p> : (
          <ul role="list" className="lines" aria-label={w.out}>
            {left.map(({ id, name: who, conflict, recused }) => (
              <li key={id} className="line"><div className="line__main"><span>{who}</span>
                {conflict.length > 0 && <span className="soft">{w.outList(w.outConflict(conflict.length), conflict)}</span>}
                {recused.length > 0 && <span className="soft">{w.outList(w.outRecused(recused.length), recused)}</span>}
              </div></li>
            ))}
          </ul>
        )}
      </Part>
      {plan.missing.length > 0 && (
        <Part title={w.missing}>
          <p className="soft">{w.missingText}</p>
          <ul role="list" className="lines" aria-label={w.missing}>{plan.missing.map(({ application, missing }) => <li key={application.id} className="line"><div className="line__main"><span>{name(application)}</span><span className="soft">{w.missingOne(missing)}</span></div></li>)}</ul>
        </Part>
      )}
      {plan.withheld.length > 0 && (
        <Part title={w.withheld}>
          <p className="soft">{w.withheldText}</p>
          <ul role="list" className="lines" aria-label={w.withheld}>{plan.withheld.map((application) => <li key={application.id} className="line"><div className="line__main"><span>{name(application)}</span></div></li>)}</ul>
        </Part>
      )}
      <Part title={w.who2}>
        {kept.length === 0 ? <p>{w.nothing}</p> : <Readers items={kept} onOut={(one) => setOut((before) => [...before, one])} />}
      </Part>
      {kept.length > 0 && <Part title={w.proposed}><EntrustForm call={call} assignments={wanted} onDone={onDone} /></Part>}
    </div>
  );
}

const loadOf = (before: number, more: number, most: number) => <Load before={before} more={more} most={most} />;

/** What somebody has, and what comes to it: compared by eye, told by the figures beside it. */
function Load({ before, more, most }: { before: number; more: number; most: number }) {
  const width = (count: number) => (100 * count) / most;
  return (
    <svg className="load" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="load__before" x={0} y={0} width={width(before)} height={10} />
      <rect className="load__more" x={width(before)} y={0} width={width(more)} height={10} />
    </svg>
  );
}

function Readers({ items, onOut }: { items: Plan["items"]; onOut: (one: Wanted) => void }) {
  const { w } = useInstructionWords();
  return (
    <ul role="list" className="lines" aria-label={w.who2}>
      {byApplication({ items }).map(({ application, readers }) => (
        <li key={application.id} className="line">
          <div className="line__main"><span>{application.title ?? w.untitled}</span><span className="soft">{[w.number(application.number), application.organisation].filter(Boolean).join(" · ")}</span></div>
          <ul role="list" className="readers">
            {readers.map(({ account, known }) => (
              <li key={account.id}>
                <span>{account.name}{known.length > 0 && <span className="soft"> · {known.map((each) => w.knows[each]).join(", ")}</span>}</span>
                <Button size="xs" variant="subtle" aria-label={w.takeOut(account.name, application.number)} onClick={() => onOut({ application_id: application.id, account_id: account.id })}>{w.takeOutShort}</Button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

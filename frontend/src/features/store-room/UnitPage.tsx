import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { todayInParis } from "@/lib/dates";
import { isUnknown } from "@/lib/problem";
import { useLendingWords } from "@/programme/lendingWords";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { blocksOf, may, refreshLoan, unit as unitQuery, unitAtHand, type Block, type UnitAtHand } from "./calls";
import { BlockForm, BlockLines } from "./UnitBlocks";
import { IncidentForm } from "./IncidentForm";
import { UnitEdit } from "./UnitEdit";
import { useUnitWords } from "./unitWords";
import { useUnitName } from "./useUnitName";
import "./store-room.css";

/** What a label opens on a telephone: which unit it is, where it should be, and what one came here to do. */
export function UnitPage() {
  const { w } = useUnitWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({ ...unitAtHand(id), staleTime: 0 });
  if (query.data) return <UnitView key={id} unit={query.data} />;
  const isLost = isUnknown(query.error);
  if (isLost) return <NotYours />;
  return <Page key="wait" title={w.unknown} ready={query.isError}><Loaded query={query} waiting={w.looking}>{() => null}</Loaded></Page>;
}

/** Somebody else reads the label: who borrowed it, or found it. */
function NotYours() {
  const { w } = useUnitWords();
  return (
    <Page title={w.unknown} lead={<p>{w.unknownLead}</p>}>
      <Part title={w.borrowed}><p>{w.borrowedText}</p><p><Link className="button" to={"/espace/prets" as never}>{w.myLoans}</Link></p></Part>
      <Part title={w.foundIt}><p>{w.foundText}</p></Part>
    </Page>
  );
}

type Asked = "incident" | "block" | "edit" | null;

function UnitView({ unit }: { unit: UnitAtHand }) {
  const { w, lang } = useUnitWords();
  const words = useLendingWords();
  const name = useUnitName();
  const client = useQueryClient();
  const whole = useQuery(unitQuery(unit.unit_id)).data;
  const blocks = useQuery(blocksOf(unit.unit_id));
  const [asked, setAsked] = useState<Asked>(null);
  const { loan, unit_id: id } = unit;
  const refresh = async () => {
    await (loan ? refreshLoan(client, loan.id) : client.invalidateQueries({ queryKey: ["unit"] }));
  };
  const close = () => setAsked(null);
  const isAway = loan !== null && (loan.status === "out" || loan.status === "returned");
  const asUnit = { id, code: unit.code, name: unit.name, copy_number: unit.copy_number, module_number: unit.module_number };
  return (
    <Unsaved>
      <Page
        title={unit.title}
        lead={<p className="store-lead"><span>{name(unit)}</span><span className="store-code">{unit.code}</span><span className="store-state" data-state={unit.state}>{words.unit_state[unit.state]}</span></p>}
      >
        <Part title={w.where}>
          <div className="store-where">
            {whereabouts(unit, blocks.data ?? [], { w, lang, kind: words.block }).map((line) => <p key={line.text} className={line.isBad ? "store-worse" : undefined}>{line.text}</p>)}
            <p>{unit.place ? w.stored(unit.place) : w.noPlace}</p>
            {unit.state_note && <p className="note soft">{unit.state_note}</p>}
          </div>
        </Part>
        <Part title={w.todo}>
          {asked === null && (
            <div className="store-todo">
              {loan && may(unit, "report_out") && <Link className="button button--strong" to={`/espace/prets/${loan.id}/preparation` as never}>{w.prepare}</Link>}
              {loan && may(unit, "report_out") && <Link className="button" to={`/espace/prets/${loan.id}/preparation` as never} search={{ constat: "out" } as never}>{w.report_out}</Link>}
              {loan && may(unit, "report_in") && <Link className="button button--strong" to={`/espace/prets/${loan.id}/preparation` as never} search={{ constat: "in" } as never}>{w.report_in}</Link>}
              {loan && isAway && unit.allowed_actions.length > 0 && <Button onClick={() => setAsked("incident")}>{w.incident}</Button>}
              {whole && may(whole.data, "edit") && <Button onClick={() => setAsked("edit")}>{w.edit}</Button>}
              {whole && may(whole.data, "edit") && unit.state !== "retired" && <Button onClick={() => setAsked("block")}>{w.block}</Button>}
            </div>
          )}
          {asked === null && (
            <div className="store-more">
              {loan && <Link className="store-link" to={`/espace/prets/${loan.id}` as never}>{w.seeLoan}</Link>}
              <Link className="store-link" to={`/espace/outils/${unit.item_id}` as never}>{w.seeItem}</Link>
              {unit.state !== "retired" && <a className="store-link" href={`/api/v1/labels.pdf?unit=${id}`} target="_blank" rel="noopener">{w.label}</a>}
            </div>
          )}
          {asked === "incident" && loan && <IncidentForm loan={loan.id} units={[asUnit]} onDone={refresh} onClose={close} />}
          {asked === "block" && <BlockForm unit={id} onDone={refresh} onClose={close} />}
          {asked === "edit" && whole && <UnitEdit unit={whole.data} etag={whole.etag} onDone={refresh} onClose={close} />}
        </Part>
        {blocks.data && blocks.data.length > 0 && <Part title={w.blocks}><BlockLines blocks={blocks.data} onChanged={refresh} /></Part>}
      </Page>
    </Unsaved>
  );
}

interface Told {
  w: ReturnType<typeof useUnitWords>["w"];
  lang: ReturnType<typeof useUnitWords>["lang"];
  kind: Record<"maintenance" | "internal_use", string>;
}

/** Where the unit is now, and where it goes next, in sentences. */
function whereabouts({ loan, next_loan: next }: UnitAtHand, blocks: readonly Block[], { w, lang, kind }: Told): { text: string; isBad: boolean }[] {
  const who = (each: { organisation: string | null }) => each.organisation ?? w.someone;
  const today = todayInParis();
  const lines: { text: string; isBad: boolean }[] = [];
  const say = (text: string, isBad = false) => lines.push({ text, isBad });
  if (loan?.status === "out") {
    const isLate = loan.ends_on < today;
    say((isLate ? w.lateWith : w.outWith)(who(loan), formatDate(loan.ends_on, lang)), isLate);
  } else if (loan?.status === "returned") {
    say(w.backFrom(who(loan)));
  } else {
    say(w.inStore);
    if (loan) say(w.leaves(who(loan), formatDate(loan.starts_on, lang)));
  }
  const blocked = blocks.find((block) => block.starts_on <= today && block.ends_on >= today);
  if (blocked) say(w.blockedUntil(kind[blocked.kind], formatDate(blocked.ends_on, lang)));
  if (next) say(w.afterwards(who(next), formatDate(next.starts_on, lang)));
  return lines;
}

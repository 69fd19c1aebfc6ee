import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { del } from "@/api/write";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { Confirm } from "@/space/kit/Confirm";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { item as itemQuery, may, type Item, type Unit } from "./calls";
import { useFormatWords } from "./formatWords";
import { EditUnit } from "./UnitForms";

/** A copy or a module: its code, its state, where it stands. */
export function UnitLine({ item, unit }: { item: Item; unit: Unit }) {
  const { w } = useFormatWords();
  const words = useLendingWords();
  const client = useQueryClient();
  const { open, show, close, button } = useUnfolded();
  const [isLeaving, setLeaving] = useState(false);
  const { id, code, copy_number: copy, module_number: module, name, state, state_note: note, place } = unit;
  if (open) return <li className="line"><div className="line__main"><EditUnit item={item} unit={unit} onClose={close} /></div></li>;
  const what = module === null ? [w.copy(copy), name].filter(Boolean).join(" : ") : w.module(copy, module, name);
  return (
    <li className="line">
      <div className="line__main">
        <span>{what}</span>
        <span className="soft">{[<span key="code" className="unit__code">{code}</span>, place, note].filter(Boolean).map((each, index) => <span key={index}>{index > 0 && " · "}{each}</span>)}</span>
      </div>
      <span className={state === "usable" ? "word" : "flag"}>{lendingWord(words, "unit_state", state)}</span>
      <div className="line__actions">
        <Link to={"/espace/exemplaires/$id" as string} params={{ id } as never} className="button" aria-label={w.unitPageOf(code)}>{w.unitPage}</Link>
        {may(unit, "edit") && <Button size="xs" ref={button} aria-label={w.unitEditOf(code)} onClick={show}>{w.unitEdit}</Button>}
        {may(unit, "remove") && <Button size="xs" variant="subtle" aria-label={w.unitRemoveOf(code)} onClick={() => setLeaving(true)}>{w.unitRemove}</Button>}
      </div>
      <Confirm
        opened={isLeaving} title={w.unitRemoveTitle(code)} confirmLabel={w.unitRemoveOf(code)} onClose={() => setLeaving(false)}
        onConfirm={async () => {
          await del(`/units/${id}`);
          await Promise.all([client.invalidateQueries(itemQuery(item.id)), client.invalidateQueries({ queryKey: ["items"] })]);
          tell(w.unitRemoved(code));
        }}
      >
        <p>{w.unitRemoveText}</p>
      </Confirm>
    </li>
  );
}

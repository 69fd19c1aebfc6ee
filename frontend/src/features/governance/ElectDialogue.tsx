import { Button, NativeSelect, TextInput } from "@mantine/core";
import { todayInParis } from "@/lib/dates";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useMove, type Bylaws, type Role, type Rules, type Term } from "./calls";
import { officeName, rankOf, requiredSeats, rolesFor, rulesOn, withOneMore, type Seat } from "./seats";
import { useGovernanceWords } from "./words";

interface Values {
  on: string;
  offices: Seat[];
}
interface ElectDialogueProps {
  board: readonly Term[];
  bylaws: { items: readonly Bylaws[]; founding_rules: Rules };
  onClose: () => void;
}

/** A whole bureau: the offices that the bylaws of today require, and as many others as the board has filled. */
export function ElectDialogue({ board, bylaws, onClose }: ElectDialogueProps) {
  const { w } = useGovernanceWords();
  const words = useMemberWords();
  const move = useMove();
  const today = todayInParis();
  const entry = useEntry<Values>({
    initial: { on: today, offices: requiredSeats(rulesOn(today, bylaws)) },
    labels: { on: w.on, offices: w.offices },
    check: ({ on, offices }) => ({ ...(!on && { on: w.dayNeeded }), ...(offices.some(({ member }) => !member) && { offices: w.allNeeded }) }),
    send: ({ on, offices }) => move("/offices", { on, is_whole: true, offices: offices.map(({ role, member }, place) => ({ role, rank: rankOf(place, offices), member_id: member })) }),
  });
  const { offices } = entry.values;
  const change = (place: number, part: Partial<Seat>) => entry.set({ offices: offices.map((seat, other) => (other === place ? { ...seat, ...part } : seat)) });
  const people = [{ value: "", label: w.choose }, ...board.map(({ member }) => ({ value: member.id, label: [member.name, member.representative].filter(Boolean).join(", ") }))];
  return (
    <Dialogue opened onClose={onClose} title={w.electTitle}>
      <p>{w.electText}</p>
      <EntryForm entry={entry} submitLabel={w.electGo} label={w.electTitle} onCancel={onClose} cancelLabel={w.back} onDone={() => { tell(w.elected); onClose(); }}>
        <TextInput {...entry.field("on")} type="date" max={today} label={w.on} />
        {offices.map((seat, place) => {
          const name = officeName(seat.role, rankOf(place, offices), words, w);
          const refused = ["member_id", "role", "rank"].map((part) => entry.within[`offices.${place}.${part}`]).find(Boolean) ?? (entry.errors.offices && !seat.member ? w.memberNeeded : undefined);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- seats have no other name
            <div key={place} className={seat.isRequired ? undefined : "bureau__more"}>
              {!seat.isRequired && (
                <NativeSelect
                  label={w.office} value={seat.role} data={rolesFor(place, offices).map((role) => ({ value: role, label: memberWord(words, "office", role) }))}
                  onChange={({ currentTarget }) => change(place, { role: currentTarget.value as Role })}
                />
              )}
              {!seat.isRequired && <Button variant="subtle" aria-label={w.removeOfficeOf(name)} onClick={() => entry.set({ offices: offices.filter((_, other) => other !== place) })}>{w.removeOffice}</Button>}
              <NativeSelect label={name} value={seat.member} data={people} error={refused} onChange={({ currentTarget }) => change(place, { member: currentTarget.value })} {...(place === 0 && { "data-field": "offices" })} />
            </div>
          );
        })}
        <div><Button onClick={() => entry.set({ offices: withOneMore(offices) })}>{w.addOffice}</Button></div>
      </EntryForm>
    </Dialogue>
  );
}

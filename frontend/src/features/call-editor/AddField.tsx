import { Button, Select, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { FIELD_TYPES, ROW_TYPES, type FieldType } from "./definition";
import { useFormWords } from "./formWords";

interface AddFieldProps {
  /** Says where it goes. */
  label: string;
  isRow?: boolean;
  onAdd: (type: FieldType, label: string) => void;
}

/** A button that opens into the two things a field begins with: its kind of answer and its label. Inside other forms: no form itself. */
export function AddField({ label, isRow = false, onAdd }: AddFieldProps) {
  const { w } = useFormWords();
  const { open, show, close, button } = useUnfolded();
  const [type, setType] = useState<FieldType>("text");
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const add = () => {
    if (!name.trim()) return setMissing(true);
    onAdd(type, name.trim());
    setName("");
    return close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add();
  };
  if (!open) return <div><Button ref={button} size="xs" aria-label={label} onClick={show}>{isRow ? w.addRowField : w.addField}</Button></div>;
  return (
    <form className="call-add-field" aria-label={label} onSubmit={submit} noValidate>
      <TextInput
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- one has just asked for it
        label={w.label} value={name} maxLength={300} autoFocus autoComplete="off" error={missing && !name.trim() ? w.labelNeeded : undefined} onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Select label={w.type} value={type} data={(isRow ? ROW_TYPES : FIELD_TYPES).map((each) => ({ value: each, label: w.types[each] }))} onChange={(chosen) => chosen && setType(chosen as FieldType)} />
      <div className="line__actions">
        <Button size="xs" type="submit" variant="filled">{w.addGo}</Button>
        <Button size="xs" variant="subtle" onClick={close}>{w.close}</Button>
      </div>
    </form>
  );
}

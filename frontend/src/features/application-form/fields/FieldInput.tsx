import type { FieldType } from "../definition";
import { BooleanField, ChoiceField, ChoicesField } from "./ChoiceFields";
import { RepetitionField } from "./RepetitionField";
import { SessionsField } from "./SessionsField";
import { Place, useFileInput, type InputProps } from "./shared";
import { AddressField, CommuneField, OrganisationField } from "./SuggestFields";
import { DateField, NumberField, TextField } from "./TextFields";

function Explanation({ field, pointer }: InputProps) {
  return <Place pointer={pointer} className="ask--explanation"><p className="ask__title">{field.label}</p>{field.help && <p>{field.help}</p>}</Place>;
}

function FileField(props: InputProps) {
  const input = useFileInput();
  return <Place pointer={props.pointer}>{input?.(props.field) ?? props.field.label}</Place>;
}

function Repetition(props: InputProps) {
  return <RepetitionField {...props} Input={FieldInput} />;
}

const INPUTS: Record<FieldType, (props: InputProps) => React.ReactNode> = {
  text: TextField, long_text: TextField, email: TextField, phone: TextField, url: TextField, integer: NumberField, decimal: NumberField, amount: NumberField, date: DateField,
  boolean: BooleanField, choice: ChoiceField, choices: ChoicesField, commune: CommuneField, organisation: OrganisationField, address: AddressField,
  file: FileField, repetition: Repetition, sessions: SessionsField, explanation: Explanation,
};

/** The input of a question, whatever its type. For any form of a call: the one that is filled in, and the one that is written and tried. */
export function FieldInput(props: InputProps) {
  const Input = INPUTS[props.field.type];
  return <Input {...props} />;
}

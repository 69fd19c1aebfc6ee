import { TextInput } from "@mantine/core";
import type { Entry } from "@/space/kit/entry";
import { useInvoiceWords } from "./words";

interface PartyFieldsProps<V> {
  entry: Entry<V>;
  /** Before the API's names of the fields: `debtor.`, or nothing. */
  prefix: string;
  legend: string;
  hint?: string;
  /** Whom an invoice is for may ask for more. */
  isDebtor?: boolean;
}

/** Who issues an invoice, or whom it is for. */
export function PartyFields<V>({ entry, prefix, legend, hint, isDebtor = false }: PartyFieldsProps<V>) {
  const { w } = useInvoiceWords();
  const field = (name: string) => entry.field(`${prefix}${name}` as keyof V & string);
  return (
    <fieldset className="group">
      <legend>{legend}</legend>
      {hint && <p className="soft">{hint}</p>}
      <TextInput {...field("name")} label={w.name} maxLength={200} autoComplete="off" />
      <TextInput {...field("siret")} label={w.siret} description={w.siretHint} inputMode="numeric" maxLength={20} autoComplete="off" />
      <TextInput {...field("address")} label={w.address} maxLength={300} autoComplete="off" />
      <div className="group__pair">
        <TextInput {...field("postcode")} label={w.postcode} inputMode="numeric" maxLength={10} autoComplete="off" />
        <TextInput {...field("city")} label={w.city} maxLength={100} autoComplete="off" />
      </div>
      {isDebtor && (
        <div className="group__pair">
          <TextInput {...field("service_code")} label={w.serviceCode} description={w.serviceCodeHint} maxLength={100} autoComplete="off" />
          <TextInput {...field("commitment_number")} label={w.commitment} description={w.commitmentHint} maxLength={50} autoComplete="off" />
        </div>
      )}
    </fieldset>
  );
}

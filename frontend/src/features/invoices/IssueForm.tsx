import { Checkbox } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import type { Invoice, Organisation } from "./calls";
import type { Billable } from "./grouping";
import { PartyFields } from "./PartyFields";
import { useInvoiceWords } from "./words";

interface IssueFormProps {
  group: Billable;
  known: Partial<Organisation> | null;
  onClose: () => void;
}

/** An invoice for loans of one request: which, and for whom. */
export function IssueForm({ group: { loans, organisation }, known, onClose }: IssueFormProps) {
  const { w, lang } = useInvoiceWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    // Fields of the debtor are named as the API names them, so that what it refuses is shown where it was typed.
    initial: {
      loans: loans.map(({ id }) => id), "debtor.name": known?.legal_name ?? organisation.name ?? "", "debtor.siret": known?.siret ?? "", "debtor.address": known?.address ?? "",
      "debtor.postcode": known?.postal_code ?? "", "debtor.city": known?.commune_name ?? "", "debtor.service_code": "", "debtor.commitment_number": "",
    },
    labels: {
      loans: w.loans, "debtor.name": w.name, "debtor.siret": w.siret, "debtor.address": w.address, "debtor.postcode": w.postcode, "debtor.city": w.city, "debtor.service_code": w.serviceCode,
      "debtor.commitment_number": w.commitment,
    },
    check: (values) => ({
      ...(values.loans.length === 0 && { loans: w.loansNeeded }), ...(!values["debtor.name"].trim() && { "debtor.name": w.nameNeeded }), ...(!values["debtor.siret"].trim() && { "debtor.siret": w.siretNeeded }),
      ...(!values["debtor.address"].trim() && { "debtor.address": w.addressNeeded }), ...(!values["debtor.postcode"].trim() && { "debtor.postcode": w.postcodeNeeded }), ...(!values["debtor.city"].trim() && { "debtor.city": w.cityNeeded }),
    }),
    send: async ({ loans: billed, ...typed }) => {
      const fields = Object.entries(typed).map(([name, value]) => [name.replace("debtor.", ""), value.trim() || null]);
      const body = { loans: billed, debtor: Object.fromEntries(fields) as object };
      const { reference } = await post<Invoice>("/invoices", body, nameOf(body));
      forget();
      tell(w.issued(reference));
      await Promise.all([client.invalidateQueries({ queryKey: ["invoices"] }), client.invalidateQueries({ queryKey: ["loans"] })]);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  const { value, error, onChange } = entry.field("loans");
  const cents = loans.filter(({ id }) => entry.values.loans.includes(id)).reduce((sum, { fee }) => sum + (fee.cents ?? 0), 0);
  return (
    <EntryForm
      entry={entry} submitLabel={w.issue(formatAmount(cents, lang))} label={w.form(organisation.name ?? w.erased)} focusFirst onCancel={onClose} onDone={onClose}
      explain={(problem) => (problem.code === "invoice_issuer_missing" ? w.issuerMissing : null)}
    >
      <Checkbox.Group label={w.loans} value={value} error={error} onChange={onChange}>
        {loans.map(({ id, number, item, fee }) => <Checkbox key={id} value={id} label={`${w.loan(number, item.title)} (${formatAmount(fee.cents ?? 0, lang)})`} />)}
      </Checkbox.Group>
      <PartyFields entry={entry} prefix="debtor." legend={w.debtor} hint={w.debtorHint} isDebtor />
      <p className="soft">{w.final}</p>
    </EntryForm>
  );
}

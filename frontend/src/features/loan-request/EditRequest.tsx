import { Textarea, TextInput } from "@mantine/core";
import { patch } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { LeaveGuard } from "@/space/kit/LeaveGuard";
import { tell } from "@/space/kit/toasts";
import { requestPath, type LoanRequest } from "./calls";
import { useRequestWords } from "./words";

interface EditRequestProps {
  request: LoanRequest;
  etag: string | null;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

/** Corrects what a request says of itself, as long as no agreement was made of it. */
export function EditRequest({ request, etag, onDone, onCancel }: EditRequestProps) {
  const { w } = useRequestWords();
  const { place_of_use: place, signatory, message, pass_culture: booking } = request;
  const entry = useEntry({
    initial: {
      place_name: place.name, place_address: place.address ?? "", "signatory.name": signatory?.name ?? "", "signatory.capacity": signatory?.capacity ?? "", "signatory.email": signatory?.email ?? "",
      pass_culture_offer: booking?.offer_number ?? "", message: message ?? "",
    },
    labels: { place_name: w.place, place_address: w.address, "signatory.name": w.signatoryName, "signatory.capacity": w.signatoryCapacity, "signatory.email": w.signatoryEmail, pass_culture_offer: w.offer, message: w.message },
    check: (values) => ({
      ...(!values.place_name.trim() && { place_name: w.placeNeeded }),
      ...(Boolean(values["signatory.name"].trim()) !== Boolean(values["signatory.capacity"].trim()) && { [values["signatory.name"].trim() ? "signatory.capacity" : "signatory.name"]: w.signatoryNeeded }),
    }),
    send: async (values) => {
      const name = values["signatory.name"].trim();
      await patch(requestPath(request.id), {
        place_name: values.place_name.trim(), place_address: values.place_address.trim() || null, message: values.message.trim() || null,
        ...(booking && { pass_culture_offer: values.pass_culture_offer.trim() || null }),
        ...(name && { signatory: { name, capacity: values["signatory.capacity"].trim(), email: values["signatory.email"].trim() || null } }),
      }, etag);
      tell(w.saved);
      await onDone();
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.editTitle} onCancel={onCancel} focusFirst>
      <LeaveGuard when={entry.changed} />
      <TextInput {...entry.field("place_name")} label={w.place} maxLength={200} />
      <TextInput {...entry.field("place_address")} label={w.address} maxLength={500} />
      <div className="group__pair">
        <TextInput {...entry.field("signatory.name")} label={w.signatoryName} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("signatory.capacity")} label={w.signatoryCapacity} maxLength={200} autoComplete="off" />
      </div>
      <TextInput {...entry.field("signatory.email")} type="email" label={w.signatoryEmail} description={w.emailHint} maxLength={254} autoComplete="off" spellCheck={false} />
      {booking && <TextInput {...entry.field("pass_culture_offer")} label={w.offer} maxLength={50} />}
      <Textarea {...entry.field("message")} label={w.message} maxLength={5000} />
    </EntryForm>
  );
}

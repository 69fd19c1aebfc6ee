import { Checkbox, NumberInput, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { put } from "@/api/write";
import { useLendingWords } from "@/programme/lendingWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { spaceWords } from "@/space/kit/words";
import { loanPath, type Evaluation } from "./calls";
import { useLoanRefresh } from "./useAct";

const useFormWords = spaceWords(
  {
    label: "Questionnaire", send: "Envoyer ma réponse", sent: "Merci, votre réponse est enregistrée.", firstTime: "Empruntez-vous chez nous pour la première fois ?", yes: "Oui", no: "Non", howKnown: "Comment avez-vous connu cet outil ?", howKnownOther: "Précisez",
    method: "Combien de personnes l’ont vu ?", methods: { counted: "Nous avons compté", estimated: "Nous estimons", unknown: "Nous ne savons pas" }, audience: "Nombre de personnes", audienceNeeded: "Écrivez un nombre, ou choisissez « Nous ne savons pas ».", types: "Quels publics ?",
    satisfaction: "En tout, êtes-vous satisfait ?", welcome: "De l’accueil et des échanges ?", logistics: "De la logistique ?", needed: "Choisissez une réponse.", pleased: "Ce qui a plu", remarks: "Ce qui est faux ou à corriger dans le contenu", remarksHint: "Le propriétaire de l’outil en est prévenu.",
  },
  {
    label: "Questionnaire", send: "Send my answer", sent: "Thank you, your answer is saved.", firstTime: "Do you borrow from us for the first time?", yes: "Yes", no: "No", howKnown: "How did you hear of this item?", howKnownOther: "Say how",
    method: "How many people saw it?", methods: { counted: "We counted", estimated: "We estimate", unknown: "We do not know" }, audience: "Number of people", audienceNeeded: "Write a number, or choose “We do not know”.", types: "Which audiences?",
    satisfaction: "All in all, are you satisfied?", welcome: "With the welcome and exchanges?", logistics: "With the logistics?", needed: "Choose an answer.", pleased: "What pleased", remarks: "What is wrong or to be corrected in the content", remarksHint: "The item’s owner is told.",
  },
);

interface EvaluationFormProps {
  evaluation: Evaluation;
  etag: string | null;
  onClose: () => void;
}

/** How the loan went, as the borrower tells it; it may be corrected. */
export function EvaluationForm({ evaluation, etag, onClose }: EvaluationFormProps) {
  const { w } = useFormWords();
  const words = useLendingWords();
  const refresh = useLoanRefresh();
  const entry = useEntry({
    initial: {
      first_time: evaluation.first_time === null ? "" : evaluation.first_time ? "yes" : "no", how_known: evaluation.how_known ?? "", how_known_other: evaluation.how_known_other ?? "", audience_method: evaluation.audience_method ?? "",
      audience: (evaluation.audience ?? "") as number | string, audience_types: evaluation.audience_types as string[], satisfaction: evaluation.satisfaction ?? "", satisfaction_welcome: evaluation.satisfaction_welcome ?? "",
      satisfaction_logistics: evaluation.satisfaction_logistics ?? "", pleased: evaluation.pleased ?? "", content_remarks: evaluation.content_remarks ?? "",
    },
    labels: { first_time: w.firstTime, how_known: w.howKnown, how_known_other: w.howKnownOther, audience_method: w.method, audience: w.audience, audience_types: w.types, satisfaction: w.satisfaction, satisfaction_welcome: w.welcome, satisfaction_logistics: w.logistics, pleased: w.pleased, content_remarks: w.remarks },
    check: (values) => ({
      ...(!values.satisfaction && { satisfaction: w.needed }), ...(!values.audience_method && { audience_method: w.needed }),
      ...((values.audience_method === "counted" || values.audience_method === "estimated") && values.audience === "" && { audience: w.audienceNeeded }),
    }),
    send: async (values) => {
      await put(`${loanPath(evaluation.loan_id)}/evaluation`, {
        first_time: values.first_time ? values.first_time === "yes" : null, how_known: values.how_known || null, how_known_other: (values.how_known === "other" && values.how_known_other.trim()) || null, audience_method: values.audience_method,
        audience: values.audience_method === "unknown" ? null : Number(values.audience), audience_types: values.audience_types, satisfaction: values.satisfaction, satisfaction_welcome: values.satisfaction_welcome || null,
        satisfaction_logistics: values.satisfaction_logistics || null, pleased: values.pleased.trim() || null, content_remarks: values.content_remarks.trim() || null,
      }, etag);
      await refresh();
      tell(w.sent);
    },
  });
  const grades = Object.entries(words.satisfaction);
  const grade = (name: "satisfaction" | "satisfaction_welcome" | "satisfaction_logistics", label: string) => (
    <Radio.Group {...entry.field(name)} label={label}><div className="loan-choices">{grades.map(([value, said]) => <Radio key={value} value={value} label={said} />)}</div></Radio.Group>
  );
  return (
    <EntryForm entry={entry} submitLabel={w.send} label={w.label} onDone={onClose} onCancel={onClose}>
      {grade("satisfaction", w.satisfaction)}
      {grade("satisfaction_welcome", w.welcome)}
      {grade("satisfaction_logistics", w.logistics)}
      <Radio.Group {...entry.field("audience_method")} label={w.method}><div className="loan-choices">{Object.entries(w.methods).map(([value, said]) => <Radio key={value} value={value} label={said} />)}</div></Radio.Group>
      {(entry.values.audience_method === "counted" || entry.values.audience_method === "estimated") && <NumberInput {...entry.field("audience")} className="loan-day" label={w.audience} min={0} max={1_000_000} allowDecimal={false} hideControls />}
      <Checkbox.Group label={w.types} value={entry.values.audience_types} onChange={(audience_types) => entry.set({ audience_types })}><div className="group__choices">{Object.entries(words.audience).map(([value, said]) => <Checkbox key={value} value={value} label={said} />)}</div></Checkbox.Group>
      <Radio.Group {...entry.field("first_time")} label={w.firstTime}><div className="loan-choices"><Radio value="yes" label={w.yes} /><Radio value="no" label={w.no} /></div></Radio.Group>
      <Select {...entry.field("how_known")} value={entry.values.how_known || null} label={w.howKnown} data={Object.entries(words.how_known).map(([value, label]) => ({ value, label }))} clearable />
      {entry.values.how_known === "other" && <TextInput {...entry.field("how_known_other")} label={w.howKnownOther} maxLength={200} />}
      <Textarea {...entry.field("pleased")} label={w.pleased} maxLength={5000} />
      <Textarea {...entry.field("content_remarks")} label={w.remarks} description={w.remarksHint} maxLength={5000} />
    </EntryForm>
  );
}

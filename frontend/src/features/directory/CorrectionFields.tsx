import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useId, type FormEvent, type ReactNode } from "react";
import { communes } from "@/api/queries";
import { Problem } from "@/lib/problem";
import { Suggest } from "@/ui/Suggest";
import { settledIn, type Draft, type ListName, type Unreadable } from "./correction";
import { kinds, type Entry } from "./directory";
import { useDirectoryWords } from "./words";
import "@/programme/facets.css";

interface CorrectionFieldsProps {
  entry: Entry;
  draft: Draft;
  /** What cannot be sent as it is written. */
  unread: readonly Unreadable[];
  isEmpty: boolean;
  problem: unknown;
  isBusy: boolean;
  onChange: (part: Partial<Draft>) => void;
  onSubmit: (event: FormEvent) => void;
}

interface Form extends Pick<CorrectionFieldsProps, "entry" | "draft" | "onChange"> {
  /** What is wrong with the fields of these pointers. */
  fault: (...names: string[]) => string | undefined;
}

const FormContext = createContext<Form | null>(null);
const useForm = (): Form => {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field of a correction stands in its form");
  return form;
};

/** Every public field of an organisation, as it stands, to be written as it should be. */
export function CorrectionFields({ entry, draft, unread, isEmpty, problem, isBusy, onChange, onSubmit }: CorrectionFieldsProps) {
  const { w } = useDirectoryWords();
  const trap = useId();
  const faults = problem instanceof Problem ? problem.errors : [];
  const toMend = unread.length || faults.length;
  const fault = (...names: string[]) => {
    const mine = unread.find((each) => names.includes(each));
    return mine ? w.needed[mine] : faults.find(({ pointer }) => names.some((name) => pointer === `/body/fields/${name}` || pointer === `/body/${name}`))?.detail;
  };
  return (
    <FormContext value={{ entry, draft, onChange, fault }}>
      <form className="directory-entry__form" onSubmit={onSubmit} noValidate>
        <h3>{w.what2}</h3>
        <p className="soft">{w.leave}</p>
        <Group title={w.who}>
          <Line name="name" most={200} />
          <KindField />
          <Line name="description" most={5000} isLong />
        </Group>
        <Group title={w.where}>
          <CommuneField />
          <Line name="address" />
          <Line name="postal_code" most={5} />
          <PointField />
        </Group>
        <Group title={w.reach}>
          <Line name="website" most={500} type="url" />
          <Line name="email" most={254} type="email" />
          <Line name="phone" most={40} type="tel" />
        </Group>
        <Choices name="offers" title={w.offers} />
        <Choices name="themes" title={w.themes} />
        <Line name="message" label={`${w.message} (${w.optional})`} most={2000} hint={w.messageHint} isLong />
        <Line name="mail" label={`${w.mail} (${w.optional})`} pointer="email" most={254} type="email" />
        {/* People do not see it; programs fill it in. */}
        <p className="directory-entry__trap" aria-hidden="true"><label htmlFor={trap}>{w.trap}</label><input id={trap} tabIndex={-1} autoComplete="off" value={draft.trap} onChange={({ target }) => onChange({ trap: target.value })} /></p>
        {toMend > 0 && <p className="directory-entry__fault" role="alert">{w.toMend(toMend)}</p>}
        {isEmpty && <p className="directory-entry__fault" role="alert">{w.nothingSaid}</p>}
        {problem instanceof Problem && toMend === 0 && <p className="directory-entry__fault" role="alert">{problem.message}</p>}
        <p><button type="submit" className="button button--strong" aria-disabled={isBusy}>{isBusy ? w.sending : w.send}</button></p>
      </form>
    </FormContext>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return <fieldset><legend>{title}</legend>{children}</fieldset>;
}

interface LineProps {
  name: Exclude<keyof Draft, ListName>;
  label?: string;
  /** What the API calls it, where that is another name. */
  pointer?: string;
  most?: number;
  type?: string;
  isLong?: boolean;
  hint?: string;
  under?: ReactNode;
}

function Line({ name, label, pointer = name, most = 300, type = "text", isLong = false, hint, under }: LineProps) {
  const { w } = useDirectoryWords();
  const { draft, onChange, fault } = useForm();
  const id = useId();
  const wrong = fault(pointer, ...(name === "point" ? ["latitude", "longitude"] : []));
  const shared = {
    id, value: draft[name], maxLength: most, placeholder: hint, "aria-invalid": wrong ? true : undefined, "aria-describedby": [wrong && `${id}-wrong`, under && `${id}-under`].filter(Boolean).join(" ") || undefined,
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  };
  return (
    <div className="directory-entry__field">
      <label htmlFor={id}>{label ?? w.field[name]}</label>
      {isLong ? <textarea rows={4} {...shared} /> : <input type={type} autoComplete="off" {...shared} />}
      {under && <p id={`${id}-under`} className="soft">{under}</p>}
      {wrong && <p id={`${id}-wrong`} className="directory-entry__fault">{wrong}</p>}
    </div>
  );
}

function PointField() {
  const { w } = useDirectoryWords();
  const { draft } = useForm();
  const where = [draft.address, draft.postal_code, draft.commune_name].filter(Boolean).join(", ");
  return <Line name="point" most={60} hint="50.4291, 2.8319" under={<>{w.pointHint} {where && <a href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(where)}`} target="_blank" rel="noopener noreferrer">{w.onMap}</a>}</>} />;
}

/** The commune, chosen among those that begin alike. */
function CommuneField() {
  const { w } = useDirectoryWords();
  const { entry, draft: { commune_name: text, commune_insee: insee }, onChange, fault } = useForm();
  const options = useQuery({ ...communes(text), enabled: !insee && text.trim().length >= 2 }).data ?? [];
  const wrong = fault("commune", "commune_name", "commune_insee");
  return (
    <div className="directory-entry__field">
      <Suggest
        label={w.field.commune ?? ""} placeholder={w.communeHint} listLabel={w.communes} text={text} onText={(next) => onChange({ commune_name: next, commune_insee: "" })}
        options={insee ? [] : options} keyOf={(each) => each.insee} nameOf={(each) => each.name} detailOf={(each) => each.postal_codes[0] ?? ""}
        onChoose={(each) => onChange(settledIn(entry, each))} found={w.foundCommunes} nothing={insee ? "" : w.noCommune}
      />
      {wrong && <p className="directory-entry__fault">{wrong}</p>}
    </div>
  );
}

function useCodes(list: "items" | ListName): { code: string; label: string }[] {
  const { lang } = useDirectoryWords();
  const known = useQuery(kinds()).data;
  return (known?.[list] ?? []).map(({ code, label_fr: fr, label_en: en }) => ({ code, label: lang === "fr" ? fr : en }));
}

function KindField() {
  const { w } = useDirectoryWords();
  const { draft, onChange } = useForm();
  const id = useId();
  return (
    <div className="directory-entry__field">
      <label htmlFor={id}>{w.field.kind}</label>
      <select id={id} value={draft.kind} onChange={({ target }) => onChange({ kind: target.value })}>{useCodes("items").map(({ code, label }) => <option key={code} value={code}>{label}</option>)}</select>
    </div>
  );
}

function Choices({ name, title }: { name: ListName; title: string }) {
  const { draft, onChange } = useForm();
  const chosen = draft[name];
  const toggled = (code: string) => onChange({ [name]: chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code] });
  return (
    <Group title={title}>
      <div className="directory-entry__choices">
        {useCodes(name).map(({ code, label }) => <label key={code} className="facet__value" data-bloom={name === "themes" ? code : undefined}><input type="checkbox" checked={chosen.includes(code)} onChange={() => toggled(code)} /><span className="facet__name">{label}</span></label>)}
      </div>
    </Group>
  );
}

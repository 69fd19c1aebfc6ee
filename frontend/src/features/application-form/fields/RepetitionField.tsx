import { formatAmount } from "@/lib/amounts";
import { totalOf } from "../budget";
import { shownRowFields } from "../conditions";
import { mostRows, type Field, type Row, type RowField } from "../definition";
import { useFormWords } from "../words";
import { Rows } from "./Rows";
import { Label, Place, type InputProps } from "./shared";

const SHORT = new Set(["text", "integer", "decimal", "amount", "date", "choice", "email", "phone", "boolean"]);
/** Rows of at most this many short fields stand on one line. */
const ON_ONE_LINE = 3;

/** What a row says first, to tell it from the others. */
function titleOf(fields: readonly RowField[], row: Row): string {
  for (const { id, type } of fields) {
    const value = row[id];
    if (type === "text" && typeof value === "string" && value.trim()) return value.trim();
    if (type === "organisation" && typeof (value as { name?: unknown } | null)?.name === "string") return (value as { name: string }).name;
  }
  return "";
}

/** Rows of questions. `Input` is the input of each, given from above so that the two need not know one another. */
export function RepetitionField({ field, pointer, value, onChange, errors, above, Input }: InputProps & { Input: (props: InputProps) => React.ReactNode }) {
  const { w, lang } = useFormWords();
  const { fields = [] } = field as Field;
  const total = totalOf(field as Field, value, above);
  const isTight = fields.length <= ON_ONE_LINE && fields.every(({ type, options }) => SHORT.has(type) && (options?.length ?? 0) !== 1);
  const own = errors[pointer];
  return (
    <Place pointer={pointer}>
      <fieldset className="ask__group">
        <legend><Label field={field} /></legend>
        {field.help && <p className="ask__help">{field.help}</p>}
        {own && <p className="ask__error" role="alert">{own}</p>}
        <Rows
          value={value} onChange={onChange} most={mostRows(field)} addLabel={w.addRow} empty={w.noRow} make={() => ({})} isTight={isTight}
          nameOf={(place, row) => titleOf(fields, row) || w.rowOf(field.label, place + 1)}
          footer={total !== null && total > 0 ? <p className="rows__total"><span>{w.total}</span> <strong>{formatAmount(total, lang)}</strong></p> : null}
        >
          {(row, place, set) => (
            <div className="rows__fields">
              {shownRowFields(fields, row, above).map((one) => (
                <Input
                  key={one.id} field={one} pointer={`${pointer}/${place}/${one.id}`} value={row[one.id] ?? null} errors={errors} above={above}
                  onChange={(next) => set(without({ ...row, [one.id]: next }))}
                />
              ))}
            </div>
          )}
        </Rows>
      </fieldset>
    </Place>
  );
}

/** A row without what was emptied. */
const without = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, each]) => each !== null && each !== undefined));

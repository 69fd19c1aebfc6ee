import { useCallback, useRef, useState, type ChangeEvent } from "react";
import { Problem } from "@/lib/problem";

/** What the API refuses, by field: `/body/address/city` is the field `address.city`. */
export function fieldErrors(problem: Problem, fields: readonly string[]): { byField: Record<string, string>; byPath: Record<string, string>; elsewhere: string[] } {
  const byField: Record<string, string> = {};
  const byPath: Record<string, string> = {};
  const elsewhere: string[] = [];
  for (const { pointer, detail } of problem.errors) {
    const path = pointer.replace(/^#?\/(body\/)?/, "").replaceAll("/", ".");
    // An error inside a list (`themes.2`) belongs to the field of the list.
    const field = fields.find((each) => path === each || path.startsWith(`${each}.`));
    if (field) {
      byField[field] ??= detail;
      byPath[path] ??= detail;
    } else elsewhere.push(detail);
  }
  return { byField, byPath, elsewhere };
}

type Changed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;

/** The value of a change: Mantine gives events for inputs, plain values for its own pickers. */
function changedValue(change: unknown): unknown {
  if (typeof change !== "object" || change === null || !("currentTarget" in change)) return change;
  const { currentTarget } = change as Changed;
  return currentTarget instanceof HTMLInputElement && currentTarget.type === "checkbox" ? currentTarget.checked : currentTarget.value;
}

export interface Entry<V> {
  values: V;
  /** Labels of the fields, for the summary of what to mend. */
  labels: Partial<Record<keyof V & string, string>>;
  errors: Partial<Record<keyof V & string, string>>;
  /** What the API refuses inside a list, by its path (`themes.2`), until the list changes. */
  within: Record<string, string>;
  problem: Problem | null;
  /** Sentences of the API about no field we show. */
  elsewhere: string[];
  busy: boolean;
  changed: boolean;
  set: (part: Partial<V>) => void;
  /** Starts over from these values, without errors. */
  reset: (values: V) => void;
  refuse: (field: keyof V & string, why: string) => void;
  submit: () => Promise<boolean>;
  /** Props of a text, select or other input of Mantine for this field. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the value goes to inputs that each want their own type
  field: (name: keyof V & string) => { name: string; value: any; error: string | undefined; onChange: (change: unknown) => void; "data-field": string };
  check: (name: keyof V & string) => { name: string; checked: boolean; error: string | undefined; onChange: (change: unknown) => void; "data-field": string };
}

interface EntryOptions<V> {
  initial: V;
  labels: Partial<Record<keyof V & string, string>>;
  /** What can be told without asking: what is missing, by field. Rules themselves are the API's. */
  check?: (values: V) => Partial<Record<keyof V & string, string>>;
  /** Sends what was typed. Raising a Problem keeps every value and shows why. */
  send: (values: V) => Promise<unknown>;
}

/** A form's state: what was typed stays whatever happens, and what the API refuses is shown where it was typed. */
export function useEntry<V extends object>({ initial, labels, check, send }: EntryOptions<V>): Entry<V> {
  const [values, setValues] = useState(initial);
  const [changed, setChanged] = useState(false);
  const [errors, setErrors] = useState<Entry<V>["errors"]>({});
  const [within, setWithin] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [elsewhere, setElsewhere] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);

  const set = useCallback((part: Partial<V>) => {
    setValues((before) => ({ ...before, ...part }));
    setChanged(true);
    setErrors((before) => {
      const rest = { ...before };
      for (const name of Object.keys(part)) delete rest[name as keyof V & string];
      return rest;
    });
    setWithin((before) => Object.fromEntries(Object.entries(before).filter(([path]) => !Object.keys(part).some((name) => path.startsWith(`${name}.`)))));
  }, []);
  const clear = () => {
    setErrors({});
    setWithin({});
    setProblem(null);
    setElsewhere([]);
  };
  const submit = async () => {
    if (sending.current) return false;
    clear();
    const missing = check?.(values) ?? {};
    if (Object.keys(missing).length > 0) {
      setErrors(missing);
      setProblem(new Problem(422, {}));
      return false;
    }
    sending.current = true;
    setBusy(true);
    try {
      await send(values);
      setChanged(false);
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const told = fieldErrors(error, Object.keys(initial));
      setProblem(error);
      setErrors(told.byField as Entry<V>["errors"]);
      setWithin(told.byPath);
      setElsewhere(told.elsewhere);
      return false;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const bound = (name: keyof V & string) => ({
    name, error: errors[name], onChange: (change: unknown) => set({ [name]: changedValue(change) } as Partial<V>), "data-field": name,
  });
  // Once all that was missing is there, nothing is wrong any more until it is sent.
  const isMended = problem?.status === 422 && problem.body.detail === undefined && Object.keys(errors).length + elsewhere.length === 0;
  return {
    values, labels, errors, within, problem: isMended ? null : problem, elsewhere, busy, changed, set, submit,
    reset: (next) => {
      setValues(next);
      setChanged(false);
      clear();
    },
    refuse: (field, why) => setErrors((before) => ({ ...before, [field]: why })),
    field: (name) => ({ ...bound(name), value: values[name] ?? "" }),
    check: (name) => ({ ...bound(name), checked: Boolean(values[name]) }),
  };
}

interface OneOfProps<Value extends string | number> {
  label: string;
  values: readonly Value[];
  value: Value | undefined;
  wordOf: (value: Value) => string;
  onChoose: (value: Value) => void;
}

/** A few ways to see the same page, side by side; the one in use is pressed. */
export function OneOf<Value extends string | number>({ label, values, value, wordOf, onChoose }: OneOfProps<Value>) {
  return (
    <div className="one-of" role="group" aria-label={label}>
      {values.map((each) => <button key={each} type="button" aria-pressed={each === value} onClick={() => onChoose(each)}>{wordOf(each)}</button>)}
    </div>
  );
}

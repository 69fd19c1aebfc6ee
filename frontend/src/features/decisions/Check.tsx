interface CheckProps {
  label: string;
  checked: boolean;
  /** Some of what it stands for is checked. */
  some?: boolean;
  onChange: (on: boolean) => void;
}

/** A box of the table: its name is for assistive technology, the row says it to the eye. */
export function Check({ label, checked, some = false, onChange }: CheckProps) {
  return (
    <label className="verdict-table__check">
      <input type="checkbox" aria-label={label} checked={checked} ref={(input) => { if (input) input.indeterminate = some && !checked; }} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}

import { NumberInput } from "@mantine/core";

interface NumberOrNothingProps {
  label?: string;
  ariaLabel?: string;
  description?: string | undefined;
  value: unknown;
  /** Kept in cents, typed in euros. */
  cents?: boolean;
  decimals?: boolean;
  /** Kept in bytes, typed in millions of them. */
  millions?: boolean;
  min?: number | undefined;
  max?: number | undefined;
  onChange: (value: number | null) => void;
}

/** A number that may be left out, typed in the unit one thinks in. */
export function NumberOrNothing({ label, ariaLabel, description, value, cents = false, decimals = false, millions = false, min, max, onChange }: NumberOrNothingProps) {
  const unit = cents ? 100 : millions ? 1_000_000 : 1;
  return (
    <NumberInput
      label={label} aria-label={ariaLabel} description={description} value={typeof value === "number" ? value / unit : ""} min={min} max={max} hideControls
      allowDecimal={cents || decimals} decimalScale={cents ? 2 : 6} decimalSeparator=","
      onChange={(typed) => onChange(typed === "" || Number.isNaN(Number(typed)) ? null : Math.round(Number(typed) * unit * 1e6) / 1e6)}
    />
  );
}

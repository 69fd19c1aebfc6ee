import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { get } from "@/api/client";
import { todayInParis } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { useFeeWords } from "./words";

/** The table for Chorus Pro: what it would refuse is told before it is given. */
export function ChorusPart() {
  const { w } = useFeeWords();
  const [year, setYear] = useState<number | string>(Number(todayInParis().slice(0, 4)));
  const [problem, setProblem] = useState<Problem | null>(null);
  const go = async () => {
    setProblem(null);
    const path = `/fees/chorus-pro.csv`;
    try {
      await get(path, { year: Number(year) });
    } catch (error) {
      // A table is no JSON: that it could not be read as such means that it was given.
      if (error instanceof Problem) return setProblem(error);
    }
    window.location.assign(`/api/v1${path}?year=${Number(year)}`);
  };
  return (
    <Part title={w.chorusPart}>
      <p className="soft">{w.chorusLead}</p>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <div className="fees__filter">
        <NumberInput label={w.year} value={year} min={1901} max={2200} allowDecimal={false} onChange={setYear} />
        <Button onClick={() => void go()}>{w.chorusCheck}</Button>
      </div>
    </Part>
  );
}

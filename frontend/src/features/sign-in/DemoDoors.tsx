import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { demo, enterDemo } from "./calls";
import { useEntered } from "./useEntered";
import { useSignInWords } from "./words";

/** In the demonstration only: everybody one may be. */
export function DemoDoors({ next }: { next: string }) {
  const { w, lang } = useSignInWords();
  const entered = useEntered();
  const people = useQuery(demo()).data;
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!people || people.length === 0) return null;
  const go = async (key: string) => {
    setProblem(null);
    try {
      await enterDemo(key);
      await entered(next);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  return (
    <Part title={w.demoTitle}>
      <p className="soft">{w.demoLead}</p>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} explain={({ code }) => (code === "account_suspended" ? w.suspended : null)} /></div>}
      <ul role="list" className="lines door__people">
        {people.map((person) => (
          <li key={person.key} className="line">
            <div className="line__main">
              <span>{lang === "en" ? person.role_label_en : person.role_label}</span>
              <span className="soft">{[person.name, person.organisation].filter(Boolean).join(", ")}</span>
            </div>
            <Button size="xs" aria-label={w.demoGo(person.name)} onClick={() => void go(person.key)}>{w.demoEnter}</Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

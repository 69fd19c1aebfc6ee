import { Button } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { Dialogue } from "./Dialogue";
import { spaceWords } from "./words";

const useLeaveWords = spaceWords(
  { title: "Partir sans enregistrer ?", text: "Ce que vous avez écrit ici n’est pas enregistré.", go: "Partir sans enregistrer", stay: "Rester ici" },
  { title: "Leave without saving?", text: "What you wrote here is not saved.", go: "Leave without saving", stay: "Stay here" },
);

interface Place {
  pathname: string;
  search: unknown;
}

/** A part of the same page is no other page. */
const isElsewhere = ({ current, next }: { current: Place; next: Place }) => current.pathname !== next.pathname || JSON.stringify(current.search) !== JSON.stringify(next.search);

/** Asks before a page is left with something unsaved, by a link as by closing the tab. One to a page. */
export function LeaveGuard({ when }: { when: boolean }) {
  const { w } = useLeaveWords();
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: (move) => when && isElsewhere(move), enableBeforeUnload: () => when, withResolver: true });
  return (
    <Dialogue opened={status === "blocked"} onClose={() => reset?.()} title={w.title}>
      <p>{w.text}</p>
      <div className="entry__actions">
        <Button variant="filled" onClick={() => reset?.()}>{w.stay}</Button>
        <Button variant="subtle" onClick={() => proceed?.()}>{w.go}</Button>
      </div>
    </Dialogue>
  );
}

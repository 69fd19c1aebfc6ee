import { Button } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { Dialogue } from "@/space/kit/Dialogue";
import { useCallWords } from "./words";

/** Asks before a page is left with something unsaved, by a link as by closing the tab. */
export function LeaveGuard({ when }: { when: boolean }) {
  const { w } = useCallWords();
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: () => when, withResolver: true });
  return (
    <Dialogue opened={status === "blocked"} onClose={() => reset?.()} title={w.leaveTitle}>
      <p>{w.leaveText}</p>
      <div className="entry__actions">
        <Button variant="filled" onClick={() => reset?.()}>{w.leaveStay}</Button>
        <Button variant="subtle" onClick={() => proceed?.()}>{w.leaveGo}</Button>
      </div>
    </Dialogue>
  );
}

import { useCallback, useState } from "react";
import { Problem } from "@/lib/problem";
import { announce } from "@/lib/announce";

/** Does one thing at a time; what was refused is said where it was asked. */
export function useAct(failed: string): { busy: boolean; trouble: string | null; act: (work: () => Promise<unknown>, said?: string) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const act = useCallback(async (work: () => Promise<unknown>, said?: string) => {
    setBusy(true);
    setTrouble(null);
    try {
      await work();
      if (said) announce(said);
    } catch (error) {
      setTrouble(error instanceof Problem && error.status >= 400 && error.status < 500 ? error.message : failed);
    } finally {
      setBusy(false);
    }
  }, [failed]);
  return { busy, trouble, act };
}

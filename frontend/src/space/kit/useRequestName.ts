import { useCallback, useRef } from "react";
import { newName } from "@/lib/names";

/** Names requests (`Idempotency-Key`): the same content sent again, after the network failed, keeps its name until it has gone through. */
export function useRequestName(): { nameOf: (content: unknown) => string; forget: () => void } {
  const last = useRef({ content: "", name: "" });
  const nameOf = useCallback((content: unknown) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, name: newName() };
    return last.current.name;
  }, []);
  const forget = useCallback(() => { last.current = { content: "", name: "" }; }, []);
  return { nameOf, forget };
}

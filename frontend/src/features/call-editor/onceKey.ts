import { useRef } from "react";

/** The Idempotency-Key of what is sent: the same for the same thing sent again, another as soon as it differs. */
export function useOnceKey(): (body: unknown) => string {
  const last = useRef({ text: "", key: "" });
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  };
}

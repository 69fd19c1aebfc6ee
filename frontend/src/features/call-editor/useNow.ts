import { useEffect, useState } from "react";

const OFTEN = 30_000;

/** The time, near enough for what opens and closes by the clock. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), OFTEN);
    return () => clearInterval(timer);
  }, []);
  return now;
}

import { setAnnouncer } from "@/lib/announce";

export function Announcer() {
  return <div ref={setAnnouncer} className="unseen" aria-live="polite" role="status" />;
}

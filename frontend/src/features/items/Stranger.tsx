import { Link } from "@tanstack/react-router";
import { NothingYet } from "@/space/kit/States";
import { useItemWords } from "./words";

/** For whoever has no organisation yet: an item belongs to one. */
export function Stranger() {
  const { w } = useItemWords();
  return <NothingYet><p><strong>{w.stranger}</strong></p><p>{w.strangerText}</p><Link to="/espace/structures" className="button">{w.toOrganisations}</Link></NothingYet>;
}

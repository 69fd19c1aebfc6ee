import { Link } from "@tanstack/react-router";
import { formatSpan } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import type { Approval } from "./calls";
import { useApprovalWords } from "./approvalWords";

/** Who else asks for the same, and blocks nothing yet. */
export function RivalsPart({ approval }: { approval: Approval }) {
  const { w, lang } = useApprovalWords();
  const words = useLendingWords();
  const { rivals } = approval;
  return (
    <Part title={w.rivals}>
      <p className={rivals.length === 0 ? "soft" : undefined}>{rivals.length === 0 ? w.rivalsNone : w.rivalsSome(rivals.length)}</p>
      {rivals.length > 0 && (
        <ul role="list" className="lines">
          {rivals.map((rival) => (
            <li key={rival.id} className="line">
              <div className="line__main">
                <Link to={`/espace/prets/${rival.id}` as never}>{rival.organisation.name ?? w.toLoan(rival.number)}</Link>
                <span className="soft">{formatSpan(rival.starts_on, rival.ends_on, lang)}, {w.since(formatSince(rival.since, lang))}</span>
              </div>
              <span className="flag">{words.status[rival.status]}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

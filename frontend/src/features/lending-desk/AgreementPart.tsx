import { Link } from "@tanstack/react-router";
import { useLendingWords } from "@/programme/lendingWords";
import { Part } from "@/space/kit/Page";
import type { Approval } from "./calls";
import { useApprovalWords } from "./approvalWords";

/** What will be signed, before it is made. */
export function AgreementPart({ approval }: { approval: Approval }) {
  const { w } = useApprovalWords();
  const words = useLendingWords();
  const { agreement, agreement_problem: problem, insurance } = approval;
  return (
    <Part title={w.agreement}>
      {agreement === null ? (
        <div className="trouble" role="note"><p><strong>{w.templateWrong}</strong></p><p>{problem}</p><p><Link to={"/espace/prets/reglages" as never}>{w.toSettings}</Link></p></div>
      ) : (
        <>
          <p className="soft">{w.agreementText(agreement.lender)}</p>
          <dl className="facts">
            {agreement.facts.map(({ name, value }) => <Fact key={name} name={name} value={value} />)}
            {agreement.units.length > 0 && <Fact name={w.units} value={agreement.units.map(({ code, name }) => `${name} (${code})`).join(" ; ")} />}
            <Fact name={w.insurance} value={words.insurance[insurance]} />
          </dl>
          <details className="fold"><summary><span className="fold__name">{w.readAll}</span></summary><p className="note approval__text">{agreement.text}</p></details>
        </>
      )}
    </Part>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value}</dd></>;
}

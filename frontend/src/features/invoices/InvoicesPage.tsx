import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lenderKey, lenders, type Lender } from "@/programme/lenders";
import { hasRole, useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { issuer } from "./calls";
import { InvoicesPart } from "./InvoicesPart";
import { IssuerPart } from "./IssuerPart";
import { ToInvoicePart } from "./ToInvoicePart";
import { useInvoiceWords } from "./words";
import "./invoices.css";

/** What is to be invoiced, what was, and in whose name. Borrowers see what they owe. */
export function InvoicesPage() {
  const { w } = useInvoiceWords();
  const query = useQuery(lenders());
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <Loaded query={query}>{(known) => <Unsaved><Whole known={known} /></Unsaved>}</Loaded>
    </Page>
  );
}

function Whole({ known }: { known: readonly Lender[] }) {
  const { w } = useInvoiceWords();
  const navigate = useNavigate();
  const { preteur } = useSearch({ strict: false }) as { preteur?: string };
  const isLender = hasRole(useMe(), "lender", "administrator");
  // Whoever only borrows has nothing to issue.
  const lending = known.filter(({ lender, items }) => items > 0 || (isLender && lender.id === null));
  const chosen = lending.find(({ lender }) => lenderKey(lender) === preteur) ?? lending[0];
  const issuing = useQuery({ ...issuer(chosen ? lenderKey(chosen.lender) : ""), enabled: chosen !== undefined });
  if (!chosen) return <InvoicesPart />;
  const key = lenderKey(chosen.lender);
  return (
    <>
      <nav aria-label={w.sections} className="sections"><a href="#a-facturer">{w.toInvoice}</a><a href="#factures">{w.list}</a><a href="#emetteur">{w.issuer}</a></nav>
      {issuing.data === null && <p className="trouble"><a href="#emetteur">{w.issuerMissing}</a></p>}
      <div id="a-facturer"><ToInvoicePart /></div>
      <div id="factures"><InvoicesPart lender={chosen.lender} /></div>
      <div id="emetteur">
        <IssuerPart
          key={key} lender={key}
          choice={lending.length > 1 && (
            <Select
              className="invoices__lender" label={w.lender} value={key} searchable maxDropdownHeight={320} data={lending.map(({ lender }) => ({ value: lenderKey(lender), label: lender.name }))}
              onChange={(value) => void navigate({ to: "/espace/prets/factures" as string, search: { preteur: value } as never, replace: true, resetScroll: false })}
            />
          )}
        />
      </div>
    </>
  );
}

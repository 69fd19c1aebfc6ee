import type { components } from "@/api/__generated__/schema";
import { todayInParis } from "@/lib/dates";
import type { Me } from "@/space/kit/me";
import { lends, sortOut } from "@/space/loans/sorting-out";

type Schemas = components["schemas"];
type Loan = Schemas["LoanOut"];
type Evaluation = Schemas["EvaluationOut"];

/** What of the loans waits: for their lender, in numbers; for who borrows, one by one. */
export interface LoansWaiting {
  lender: { requests: number; extensions: number; late: number; certificates: number; agreements: number; inspections: number };
  /** Offered from the waiting list, until when. */
  offered: Loan[];
  toSign: Loan[];
  toInsure: Loan[];
  toBringBack: Loan[];
  toEvaluate: Evaluation[];
}

/** States in which a loan may wait for one of its sides. */
const STATES = ["requested", "held", "approved", "agreement_sent", "confirmed", "out", "returned"] as const;
export const LOANS_PATH = `/loans?${STATES.map((status) => `status=${status}`).join("&")}&limit=300`;
export const EVALUATIONS_PATH = "/evaluations?state=asked&limit=50";

const wantsCertificate = ({ status, papers }: Loan) => (
  (papers.insurance_asked === "certificate" || papers.insurance_asked === "yearly") && papers.insurance_certificate_id === null && papers.insurance_waiver === null
  && papers.certificates_waiting === 0 && (status === "approved" || status === "agreement_sent")
);

export function loansWaiting(someone: Me, loans: Loan[], evaluations: Evaluation[], now: Date): LoansWaiting {
  const isOwn = (organisation: string) => someone.organisations.some(({ id }) => id === organisation);
  const own = loans.filter(({ organisation }) => isOwn(organisation.id));
  const found = sortOut(loans.filter((loan) => lends(someone, loan)), todayInParis(now));
  return {
    lender: {
      requests: found.requests.length, extensions: found.extensions.length, late: found.late.length, certificates: found.certificates.length, agreements: found.agreements.length, inspections: found.inspections.length,
    },
    offered: own.filter(({ allowed_actions: actions }) => actions.includes("accept")),
    toSign: own.filter(({ status, papers }) => status === "agreement_sent" && papers.signed_agreement_id === null),
    toInsure: own.filter(wantsCertificate),
    toBringBack: own.filter(({ is_late: isLate }) => isLate),
    toEvaluate: evaluations.filter(({ organisation_id: organisation }) => isOwn(organisation)),
  };
}

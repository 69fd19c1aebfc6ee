import type { Loan } from "./calls";

/** Loans that one invoice may bill: of one request, and of one lender. */
export interface Billable {
  key: string;
  request: Loan["request"];
  organisation: Loan["organisation"];
  owner: string | null;
  loans: Loan[];
  cents: number;
}

/** The loans by what one invoice may bill together, in the order that they came. */
export function billable(loans: readonly Loan[]): Billable[] {
  const found = new Map<string, Billable>();
  for (const loan of loans) {
    const key = `${loan.request.id}/${loan.item.owner?.id ?? "agency"}`;
    const group = found.get(key) ?? { key, request: loan.request, organisation: loan.organisation, owner: loan.item.owner?.name ?? null, loans: [], cents: 0 };
    group.loans.push(loan);
    group.cents += loan.fee.cents ?? 0;
    found.set(key, group);
  }
  return [...found.values()];
}

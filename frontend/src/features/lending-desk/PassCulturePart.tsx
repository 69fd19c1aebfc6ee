import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { patch } from "@/api/write";
import { Problem } from "@/lib/problem";
import { useLendingWords } from "@/programme/lendingWords";
import { tell } from "@/space/kit/toasts";
import { loanRequest, type Loan } from "./calls";
import { nextBooking } from "./steps";
import { useLenderWords } from "./words";

/** How far the booking at pass Culture is, for the loans of a request that came by it. */
export function PassCulturePart({ loan, onChanged }: { loan: Loan; onChanged: () => Promise<unknown> | void }) {
  const { w } = useLenderWords();
  const words = useLendingWords();
  const isBooked = loan.request.channel === "pass_culture";
  const [number, setNumber] = useState("");
  const [isMissing, setMissing] = useState(false);
  const query = useQuery({ ...loanRequest(loan.request.id), enabled: isBooked, staleTime: 0 });
  const booking = query.data?.data.pass_culture;
  if (!query.data || !booking) return null;
  const { etag, data } = query.data;
  const next = nextBooking(booking.state, loan.status);
  // Nothing is confirmed of an offer that nobody can name.
  const asksNumber = booking.offer_number === null;
  const go = async () => {
    setMissing(asksNumber && !number.trim());
    if (asksNumber && !number.trim()) return;
    try {
      await patch(`/loan-requests/${data.id}`, { pass_culture_state: next, ...(asksNumber && { pass_culture_offer: number.trim() }) }, etag);
      tell(w.passCultureDone);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    }
    await Promise.all([query.refetch(), onChanged()]);
  };
  return (
    <div className="lender__paper" role="group" aria-label="Pass Culture">
      <p><strong>{w.passCulture(words.pass_culture_state[booking.state].toLowerCase(), booking.offer_number)}</strong></p>
      {next && data.allowed_actions.includes("book") && (
        <>
          {asksNumber && <TextInput className="lender__number" label={w.passCultureOffer} value={number} maxLength={50} autoComplete="off" error={isMissing && w.passCultureOfferNeeded} onChange={({ target }) => setNumber(target.value)} />}
          <p><Button onClick={() => void go()}>{w.passCultureNext[next]}</Button></p>
        </>
      )}
    </div>
  );
}

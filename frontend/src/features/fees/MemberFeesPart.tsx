import { Button, Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { hasRole, useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { BillingPart } from "./BillingPart";
import { cents, feePages, refresh } from "./calls";
import { FeeLine } from "./FeeLine";
import { useFeeWords } from "./words";
import "./fees.css";

/** What concerns fees on a member's page: those that were called, one more, where calls go. */
export function MemberFeesPart({ member, kind }: { member: string; kind: "legal" | "natural" }) {
  const { w } = useFeeWords();
  const me = useMe();
  const keeps = hasRole(me, "treasurer", "administrator");
  const { open, show, close, button } = useUnfolded();
  return (
    <>
      <Part title={w.ofMember} actions={keeps && !open ? <Button ref={button} onClick={show}>{w.callOne}</Button> : undefined}>
        {open && <CallOne member={member} onClose={close} />}
        <MemberFees member={member} />
      </Part>
      {kind === "legal" && hasRole(me, "secretary", "treasurer", "administrator") && <BillingPart member={member} />}
    </>
  );
}

/** The fees of one member, the latest year first. */
export function MemberFees({ member }: { member: string }) {
  const { w } = useFeeWords();
  const pages = useInfiniteQuery(feePages({ member }));
  const fees = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.isPending) return <Waiting words={w.looking} />;
  if (pages.isError && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <>
      {fees.length === 0
        ? <NothingYet><p>{w.ofMemberNone}</p></NothingYet>
        : <ul role="list" className="lines" aria-label={w.ofMember}>{fees.map((fee) => <FeeLine key={fee.id} fee={fee} named={<span>{w.ofYear(fee.year)}</span>} />)}</ul>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </>
  );
}

function CallOne({ member, onClose }: { member: string; onClose: () => void }) {
  const { w } = useFeeWords();
  const client = useQueryClient();
  const request = useRequestName();
  const entry = useEntry({
    initial: { year: Number(todayInParis().slice(0, 4)) as number | string, due_on: "", amount_cents: "" as number | string, amount_reason: "", tells: true },
    labels: { year: w.callYear, due_on: w.callDue, amount_cents: w.ownAmount, amount_reason: w.ownAmountWhy },
    check: ({ year, amount_cents: euros, amount_reason: why }) => ({ ...(!(Number(year) > 1900) && { year: w.yearNeeded }), ...(euros !== "" && !why.trim() && { amount_reason: w.whyNeeded }) }),
    send: async ({ year, due_on, amount_cents: euros, amount_reason: why, tells }) => {
      const own = euros === "" ? {} : { amount_cents: cents(euros), amount_reason: why.trim() };
      const body = { year: Number(year), due_on: due_on || null, tells, ...own };
      await post(`/members/${member}/fees`, body, request.nameOf(body));
      request.forget();
      await refresh(client);
      tell(w.calledOne);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.callOneGo} label={w.callOne} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <NumberInput {...entry.field("year")} label={w.callYear} min={1901} max={2200} allowDecimal={false} />
        <TextInput {...entry.field("due_on")} type="date" label={w.callDue} description={w.callDueHint} min={todayInParis()} />
      </div>
      <NumberInput {...entry.field("amount_cents")} label={w.ownAmount} min={0} decimalScale={2} decimalSeparator="," hideControls />
      {entry.values.amount_cents !== "" && <Textarea {...entry.field("amount_reason")} label={w.ownAmountWhy} maxLength={500} minRows={2} />}
      <Checkbox {...entry.check("tells")} label={w.callTells} />
    </EntryForm>
  );
}

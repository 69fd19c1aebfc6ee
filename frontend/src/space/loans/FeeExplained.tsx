import { formatAmount } from "@/lib/amounts";
import { formatDate } from "@/space/kit/moments";
import { spaceWords } from "@/space/kit/words";
import { amountsOf, periodsOf, type Fee } from "./fee";

const period = (days: number) => (days === 1 ? "jour" : days === 7 ? "semaine" : `période de ${days} jours`);
const periodInEnglish = (days: number) => (days === 1 ? "day" : days === 7 ? "week" : `period of ${days} days`);

const useFeeWords = spaceWords(
  {
    toSettle: "à calculer", free: "gratuit",
    member: (on: string) => `Tarif des adhérents : la structure l’est le ${on}.`, other: (on: string) => `Tarif des non-adhérents : la structure ne l’est pas le ${on}.`, same: "Le tarif est le même pour tous.",
    flat: (amount: string) => `Forfait de ${amount}, quelle que soit la durée.`,
    periods: (amount: string, days: number, n: number, length: number) => `${amount} par ${period(days)} commencée ; ${length} ${length > 1 ? "jours" : "jour"} en ${length > 1 ? "commencent" : "commence"} ${n}.`,
    unsure: (member: string, other: string, on: string) => `Nous vérifions l’adhésion au ${on} : ce sera ${member} pour un adhérent, ${other} sinon. Le montant est dit avant la signature.`,
    noTariff: "Le prêteur dira le montant avant la signature.", reason: (text: string) => `Montant fixé par le prêteur : ${text}`,
    since: (on: string) => `Tarif en vigueur depuis le ${on}.`,
  },
  {
    toSettle: "to be worked out", free: "free",
    member: (on) => `Members’ price: the organisation is one on ${on}.`, other: (on) => `Non-members’ price: the organisation is none on ${on}.`, same: "The price is the same for all.",
    flat: (amount) => `A flat ${amount}, however long.`,
    periods: (amount, days, n, length) => `${amount} for each ${periodInEnglish(days)} begun; ${length} ${length === 1 ? "day begins" : "days begin"} ${n}.`,
    unsure: (member, other, on) => `We are checking the membership on ${on}: ${member} for a member, ${other} otherwise. The amount is told before the signature.`,
    noTariff: "The lender will tell the amount before the signature.", reason: (text) => `Amount set by the lender: ${text}`,
    since: (on) => `Price in force since ${on}.`,
  },
);

interface FeeProps {
  fee: Fee;
  days: number;
  startsOn: string;
}

/** « 80 € », « gratuit », or that it is not worked out yet. */
export function FeeAmount({ fee }: Pick<FeeProps, "fee">) {
  const { w, lang } = useFeeWords();
  if (fee.cents === null) return <span className="fee-unknown">{w.toSettle}</span>;
  return <>{fee.cents === 0 ? w.free : formatAmount(fee.cents, lang)}</>;
}

/** How the amount was worked out, in sentences: by which tariff, for whom, for how long. */
export function FeeExplained({ fee, days, startsOn }: FeeProps) {
  const { w, lang } = useFeeWords();
  const { tariff, member_status: member, reason } = fee;
  if (reason) return <>{w.reason(reason)}</>;
  // What was settled before Ombelle, or by nobody's tariff, has nothing to explain.
  if (!tariff) return fee.cents === null ? <>{w.noTariff}</> : null;
  const amount = (cents: number) => formatAmount(cents, lang);
  const both = amountsOf(tariff, days);
  if (fee.cents === null) return <>{w.unsure(amount(both.member), amount(both.other), formatDate(startsOn, lang))}</>;
  const one = member?.is_member ? tariff.member_cents : tariff.other_cents;
  const who = tariff.member_cents === tariff.other_cents ? w.same : member?.is_member ? w.member(formatDate(member.on, lang)) : w.other(formatDate(member?.on ?? startsOn, lang));
  const how = tariff.basis === "flat" || !tariff.period_days ? w.flat(amount(one)) : w.periods(amount(one), tariff.period_days, periodsOf(tariff, days), days);
  return <>{[one > 0 && how, who, one > 0 && w.since(formatDate(tariff.since, lang))].filter(Boolean).join(" ")}</>;
}

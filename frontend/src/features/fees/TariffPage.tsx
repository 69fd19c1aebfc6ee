import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatAmount } from "@/lib/amounts";
import { useMemberWords } from "@/programme/memberWords";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { useKitWords } from "@/space/kit/words";
import { AdoptForm } from "./AdoptForm";
import { tariffs, type Tariff, type Tariffs } from "./calls";
import { SettingsPart } from "./SettingsPart";
import { useFeeWords } from "./words";
import "./fees.css";

/** What membership costs, and how it is asked for. */
export function TariffPage() {
  const { w } = useFeeWords();
  const query = useQuery(tariffs());
  return (
    <Page title={w.tariffTitle} lead={<p>{w.tariffLead}</p>} actions={<Link className="button" to={"/espace/cotisations" as string}>{w.toFees}</Link>}>
      <Loaded query={query}>{(known) => <Unsaved><TariffsPart known={known} /><SettingsPart /></Unsaved>}</Loaded>
    </Page>
  );
}

function TariffsPart({ known }: { known: Tariffs }) {
  const { w } = useFeeWords();
  const { open, show, close, button } = useUnfolded();
  const mayAdopt = known.allowed_actions.includes("adopt");
  return (
    <Part title={w.tariffs} actions={mayAdopt && !open ? <Button ref={button} onClick={show}>{w.adopt}</Button> : undefined}>
      {open && <AdoptForm known={known} onClose={close} />}
      {known.items.length === 0
        ? <NothingYet><p>{w.tariffNone}</p></NothingYet>
        : <ul role="list" className="lines" aria-label={w.tariffs}>{known.items.map((tariff) => <TariffLine key={tariff.id} tariff={tariff} />)}</ul>}
    </Part>
  );
}

function TariffLine({ tariff: { starts_on: starts, ends_on: ends, adopted_on: adopted, lines, fees, note, is_current: isCurrent } }: { tariff: Tariff }) {
  const { w, lang } = useFeeWords();
  const { w: kit } = useKitWords();
  const words = useMemberWords();
  const day = (date: string) => formatDate(date, lang);
  const hasOwn = (category: string) => lines.some((line) => line.category === category && line.college);
  const college = (line: Tariff["lines"][number]) => (line.college ? words.college[line.college] : hasOwn(line.category) ? w.otherColleges : "");
  return (
    <li className="line">
      <div className="line__main">
        <span>{ends ? w.between(day(starts), day(ends)) : w.since(day(starts))}</span>
        <ul className="tariff__lines">
          {lines.map((line) => <li key={`${line.category}${line.college ?? ""}`}>{[words.fee_category[line.category], college(line)].filter(Boolean).join(", ")}{kit.colon}<strong>{formatAmount(line.amount_cents, lang)}</strong></li>)}
        </ul>
        <span className="soft">{[w.adopted(day(adopted)), w.used(fees), note].filter(Boolean).join(" · ")}</span>
      </div>
      {isCurrent && <span className="word">{w.current}</span>}
    </li>
  );
}

import { useEffect, useRef, type ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import { formatAmount, formatSize } from "@/lib/amounts";
import { unbroken } from "@/lib/text";
import { useLendingWords } from "@/programme/lendingWords";
import type { Item, ItemFormat } from "./catalogue";
import { useCatalogueWords, type CatalogueWords } from "./words";

/** A fact that is known, as a term and what is said of it; nothing otherwise. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children ? <div className="facts__fact"><dt>{name}</dt><dd>{children}</dd></div> : null;
}

/** Each format: what comes, how large, how heavy, how many. */
export function Formats({ formats }: { formats: readonly ItemFormat[] }) {
  const { w } = useCatalogueWords();
  if (formats.length === 0) return null;
  return (
    <section aria-labelledby="formats">
      <h2 id="formats">{w.formatsTitle(formats.length)}</h2>
      <ul role="list" className="item__formats">{formats.map((each) => <Format key={each.id} format={each} />)}</ul>
    </section>
  );
}

function Format({ format }: { format: ItemFormat }) {
  const { w, lang } = useCatalogueWords();
  const words = useLendingWords();
  return (
    <li className="item__format">
      <h3>{words.format[format.format]}{format.label && <span className="soft"> · {format.label}</span>}</h3>
      <p>{[format.panels !== null && w.panels(format.panels), w.copies(format.copies)].filter(Boolean).join(", ")}</p>
      <dl className="item__measures">
        <Fact name={w.dimensions}>{format.dimensions}</Fact>
        <Fact name={w.space}>{format.space_m2 !== null && w.spaceOf(format.space_m2)}</Fact>
        <Fact name={w.power}>{format.needs_power !== null && (format.needs_power ? w.powerYes : w.powerNo)}</Fact>
        <Fact name={w.weight}>{format.weight_kg !== null && w.weightOf(format.weight_kg)}</Fact>
        <Fact name={w.packages}>{format.packages !== null && w.packagesOf(format.packages)}</Fact>
        <Fact name={w.transport}>{format.transport && unbroken(format.transport)}</Fact>
        <Fact name={w.setup}>{format.setup && unbroken(format.setup)}</Fact>
        <Fact name={w.value}>{format.insurance_value_cents !== null && formatAmount(format.insurance_value_cents, lang)}</Fact>
      </dl>
      {format.modules.length > 0 && (
        <div className="item__modules"><h4>{w.modules}</h4><ol>{format.modules.map((each) => <li key={each}>{unbroken(each)}</li>)}</ol></div>
      )}
    </li>
  );
}

export function Documents({ documents }: { documents: Item["documents"] }) {
  const { w, lang } = useCatalogueWords();
  const words = useLendingWords();
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{w.documents}</h2>
      <ul role="list" className="item__documents">
        {documents.map((each) => (
          <li key={each.url}>
            <a href={each.url}>{unbroken(each.title)}</a>
            <span className="soft"> {words.document[each.kind]} · {w.documentSize(each.name, formatSize(each.size_bytes, lang))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words of these codes, in the order of the list they come from. */
function inOrder<Code extends string>(codes: readonly Code[], list: Record<Code, string>): string {
  return (Object.keys(list) as Code[]).filter((code) => codes.includes(code)).map((code) => list[code]).join(", ");
}

/** For whom, by whom, in which languages. */
export function Traits({ item }: { item: Item }) {
  const { w } = useCatalogueWords();
  const words = useLendingWords();
  return (
    <dl className="facts">
      <Fact name={w.audiences}>{inOrder(item.audiences, words.audience)}</Fact>
      <Fact name={w.languages}>{item.languages.map((each) => words.language[each]).join(", ")}</Fact>
      <Fact name={w.accessibility}>{item.accessibility.length > 0 ? item.accessibility.map((each) => words.accessibility[each]).join(", ") : <span className="soft">{w.accessibilityNone}</span>}</Fact>
      <Fact name={w.producer}>{item.producer}</Fact>
      <Fact name={w.year}>{item.year}</Fact>
      <Fact name={w.condition}>{item.condition && words.condition[item.condition]}</Fact>
    </dl>
  );
}

/** What it costs and on what terms it is lent. */
export function Terms({ item: { rules, tariff, pickup_places: places } }: { item: Item }) {
  const { w } = useCatalogueWords();
  return (
    <section aria-labelledby="terms" className="item__terms">
      <h2 id="terms">{w.terms}</h2>
      <dl className="facts">
        <Fact name={w.price}><Price tariff={tariff} /></Fact>
        <Fact name={w.length}>{w.lengthOf(w.days(rules.min_days), w.days(rules.max_days))}</Fact>
        {rules.notice_days > 0 && <Fact name={w.notice}>{w.noticeOf(w.days(rules.notice_days))}</Fact>}
        <Fact name={w.insurance}>{w.insurances[rules.insurance]}</Fact>
        <Fact name={w.departures}>{openingWords(rules.opening_days, w)}</Fact>
        {places.length > 0 && (
          <Fact name={w.places}>
            <ul role="list" className="item__places">
              {places.map((place) => (
                <li key={place.id}>
                  <strong>{place.name}</strong>
                  <span>{place.address}</span>
                  {place.hours && <span className="soft">{unbroken(place.hours)}</span>}
                  {place.directions && <span className="soft">{unbroken(place.directions)}</span>}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** « du lundi au vendredi », « mardi, jeudi »: the days on which something leaves or comes back. */
function openingWords(days: readonly number[], w: CatalogueWords): string {
  const names = days.map((day) => w.weekdayNames[day - 1] ?? "");
  const [first, last] = [days[0], days.at(-1)];
  const isRun = first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1;
  return isRun ? w.weekdays(names[0] ?? "", names.at(-1) ?? "") : names.join(", ");
}

function Price({ tariff }: { tariff: Item["tariff"] }) {
  const { w, lang } = useCatalogueWords();
  if (!tariff) return w.priceUnknown;
  if (tariff.member_cents === 0 && tariff.other_cents === 0) return w.freeAll;
  return (
    <>
      <ul role="list" className="item__prices">
        <li><span>{w.member}</span> <strong>{priceOf(tariff, tariff.member_cents, w, lang)}</strong></li>
        <li><span>{w.others}</span> <strong>{priceOf(tariff, tariff.other_cents, w, lang)}</strong></li>
      </ul>
      <span className="facts__more soft">{w.priceNote}</span>
    </>
  );
}

function priceOf({ basis, period_days: period }: NonNullable<Item["tariff"]>, cents: number, w: CatalogueWords, lang: "fr" | "en"): string {
  if (cents === 0) return w.free;
  const amount = formatAmount(cents, lang);
  return basis === "per_period" && period ? w.perPeriod(amount, w.days(period)) : w.perLoan(amount);
}

/** How to borrow what is not asked for here: straight from whoever lends it. */
export function Reach({ item: { owner, contact, handling, title, slug } }: { item: Item }) {
  const { w } = useCatalogueWords();
  const isForwarded = handling === "forwarded";
  const section = useRef<HTMLElement>(null);
  // A tile of the shelf leads here, to a part that was not yet on the page when the address was read.
  useEffect(() => {
    if (location.hash === "#emprunter") section.current?.scrollIntoView();
  }, []);
  return (
    <section aria-labelledby="emprunter" className="item__reach" ref={section}>
      <h2 id="emprunter" tabIndex={-1}>{w.reachTitle}</h2>
      <p>{isForwarded ? w.reachForwarded(owner.name) : w.reachOnly(owner.name)}</p>
      {contact?.email || contact?.phone ? (
        <p className="share">
          {isForwarded && <Link className="button button--strong" to="/espace/prets/transmettre/$item" params={{ item: slug }} preload={false}>{w.forward}</Link>}
          {contact.email && <a className={isForwarded ? "button" : "button button--strong"} href={`mailto:${contact.email}?subject=${encodeURIComponent(w.mailSubject(title))}`}>{w.write(contact.email)}</a>}
          {contact.phone && <a className="button" href={`tel:${contact.phone.replaceAll(/[^\d+]/g, "")}`}>{w.call(contact.phone)}</a>}
        </p>
      ) : <p className="soft">{w.noContact}</p>}
    </section>
  );
}

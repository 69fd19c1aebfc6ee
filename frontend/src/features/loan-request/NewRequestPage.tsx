import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { Page, Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { AddItem } from "./AddItem";
import { BasketLine } from "./BasketLine";
import { departmentOf, keepDraft, MOST_LINES, NO_DRAFT, readDraft, told, withItem, withLine, type Draft } from "./basket";
import { hasDays, item as itemQuery, toBody, type LoanRequest } from "./calls";
import { QuotePart } from "./QuotePart";
import { useRequestWords } from "./words";
import { WhoAndWhere } from "./WhoAndWhere";
import "./loan-request.css";

/** A request in the making: what, when, for whom, at what price. It stays on the device until it is sent. */
export function NewRequestPage() {
  const { w } = useRequestWords();
  const search = useSearch({ strict: false }) as Partial<Record<string, string>>;
  const { item } = search;
  const navigate = useNavigate();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const someone = useMe();
  const { id: account } = someone.account;
  const [only, another] = someone.organisations;
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [initial] = useState(() => withOwn(readDraft(account, localStorage), only && !another ? only : undefined));
  const entry = useEntry<Draft>({
    initial,
    labels: {
      organisation_id: w.organisation, loans: w.itemsLabel, "place_of_use.name": w.place, "place_of_use.address": w.address, "place_of_use.commune_insee": w.commune, "signatory.name": w.signatoryName,
      "signatory.capacity": w.signatoryCapacity, "signatory.email": w.signatoryEmail, channel: w.channel, pass_culture_offer: w.offer, message: w.message,
    },
    check: (values) => ({
      ...(values.loans.length === 0 ? { loans: w.atLeastOne } : !values.loans.every(hasDays) && { loans: w.daysMissing }),
      ...(!values.organisation_id && { organisation_id: w.organisationNeeded }), ...(!values["place_of_use.name"].trim() && { "place_of_use.name": w.placeNeeded }),
      ...(!values["place_of_use.commune_insee"] && { "place_of_use.commune_insee": w.communeNeeded }),
      ...(Boolean(values["signatory.name"].trim()) !== Boolean(values["signatory.capacity"].trim()) && { [values["signatory.name"].trim() ? "signatory.capacity" : "signatory.name"]: w.signatoryNeeded }),
    }),
    send: async (values) => {
      try {
        const items = await Promise.all(values.loans.map(({ slug }) => client.fetchQuery(itemQuery(slug))));
        const body = toBody(values, new Map(items.map(({ slug, id }, place) => [values.loans[place]?.slug ?? slug, id])));
        const sent = await post<LoanRequest>("/loan-requests", body, nameOf(body));
        keepDraft(account, null, localStorage);
        forget();
        await Promise.all([["loans"], ["loan-requests"], ["waiting"]].map((queryKey) => client.invalidateQueries({ queryKey })));
        tell(w.sent);
        await navigate({ to: "/espace/prets/demandes/$id" as never, params: { id: sent.id } as never });
      } catch (error) {
        // Somebody may have been quicker: what is free is looked up anew.
        void client.invalidateQueries({ queryKey: ["availability"] });
        throw error;
      }
    },
  });
  const { values } = entry;
  const [isKept, setKept] = useState(true);
  useEffect(() => { if (entry.changed) setKept(keepDraft(account, values, localStorage)); }, [account, values, entry.changed]);
  useEffect(() => {
    if (!item) return;
    entry.set({ loans: withLine(withItem(values.loans, item), item, told(search)) });
    void navigate({ to: ".", search: {} as never, replace: true });
    // oxlint-disable-next-line react/exhaustive-deps -- once for each item that the address brings
  }, [item]);
  const add = (slug: string, title: string) => {
    entry.set({ loans: withItem(values.loans, slug, title) });
    tell(w.added(title));
  };
  const refused = entry.problem?.errors ?? [];
  const department = departmentOf(values["place_of_use.commune_insee"]);
  return (
    <Page title={w.newTitle} lead={<p>{isKept ? w.newLead : w.notKept}</p>} actions={values.loans.length > 0 && <Button variant="subtle" onClick={() => setAsking(true)}>{w.clear}</Button>}>
      <div className="request">
        <EntryForm entry={entry} submitLabel={w.send} label={w.newTitle}>
          <Part title={w.items}>
            {values.loans.length === 0 && <NothingYet><p>{w.none}</p><a href="/catalogue" className="button">{w.toCatalogue}</a></NothingYet>}
            {values.loans.length > 0 && (
              <ul role="list" className="request__lines">
                {values.loans.map((line, place) => (
                  <BasketLine
                    key={line.slug} line={line} department={department}
                    error={refused.find(({ pointer }) => new RegExp(`^#?/body/loans/${place}(/|$)`).test(pointer))?.detail ?? (entry.errors.loans && !hasDays(line) ? w.daysNeeded : undefined)}
                    onChange={(part) => entry.set({ loans: withLine(values.loans, line.slug, part) })}
                    onRemove={() => { entry.set({ loans: values.loans.filter(({ slug }) => slug !== line.slug) }); tell(w.removed(line.title || line.slug)); field.current?.focus(); }}
                  />
                ))}
              </ul>
            )}
            {values.loans.length < MOST_LINES ? <AddItem without={values.loans.map(({ slug }) => slug)} onAdd={add} field={field} /> : <p className="soft">{w.full}</p>}
          </Part>
          <WhoAndWhere entry={entry} />
          <QuotePart draft={values} />
        </EntryForm>
      </div>
      <Confirm
        opened={asking} title={w.clearTitle} confirmLabel={w.clearGo} onClose={() => setAsking(false)}
        onConfirm={async () => {
          keepDraft(account, null, localStorage);
          entry.reset(withOwn(NO_DRAFT, only && !another ? only : undefined));
          tell(w.cleared);
        }}
      >
        <p>{w.clearText}</p>
      </Confirm>
    </Page>
  );
}

/** Whoever acts for one organisation alone borrows for it. */
const withOwn = (draft: Draft, own: { id: string; name: string } | undefined): Draft => (draft.organisation_id || !own ? draft : { ...draft, organisation_id: own.id, organisation_name: own.name });

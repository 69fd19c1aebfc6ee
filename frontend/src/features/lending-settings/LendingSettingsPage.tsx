import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lenderKey, lenders } from "@/programme/lenders";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { settings } from "./calls";
import { SettingsPart } from "./SettingsPart";
import { TariffsPart } from "./TariffsPart";
import { useSettingsWords } from "./words";
import "./lending-settings.css";

/** How one lends: `?preteur=` says for whom, the agency or an organisation. */
export function LendingSettingsPage() {
  const { w } = useSettingsWords();
  const { preteur } = useSearch({ strict: false }) as { preteur?: string };
  const navigate = useNavigate();
  const query = useQuery(lenders());
  const known = query.data ?? [];
  const first = known[0] && lenderKey(known[0].lender);
  const chosen = preteur ?? first;
  const go = (lender: string | null) => void navigate({ to: "/espace/prets/reglages" as string, search: { preteur: lender } as never, resetScroll: false });
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <Loaded query={query}>
        {() => (known.length === 0 ? <NothingYet><p><strong>{w.none}</strong></p><p>{w.noneText}</p><Link to="/espace/structures" className="button">{w.toOrganisations}</Link></NothingYet> : (
          <>
            {known.length > 1 && (
              <Select className="lending-settings__lender" label={w.lender} value={chosen ?? null} searchable maxDropdownHeight={320} data={known.map(({ lender }) => ({ value: lenderKey(lender), label: lender.name }))} onChange={go} />
            )}
            {chosen && <Whole key={chosen} lender={chosen} />}
          </>
        ))}
      </Loaded>
    </Page>
  );
}

function Whole({ lender }: { lender: string }) {
  const { w } = useSettingsWords();
  const query = useQuery(settings(lender));
  return (
    <Unsaved>
      <nav aria-label={w.sections} className="sections"><a href="#regles">{w.rules}</a><a href="#bareme">{w.tariffs}</a></nav>
      <Loaded query={query} waiting={w.loading}>{({ data, etag }) => <div id="regles"><SettingsPart lender={lender} settings={data} etag={etag} /></div>}</Loaded>
      {query.data && <div id="bareme"><TariffsPart lender={lender} /></div>}
    </Unsaved>
  );
}

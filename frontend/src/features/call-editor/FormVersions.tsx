import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { FormOutline } from "./FormOutline";
import { usePublishWords } from "./publishWords";
import { formVersion, formVersions, type FormVersion } from "./queries";

/** The versions of a call's form: each that was published can be read as it was. */
export function FormVersions({ id }: { id: string }) {
  const { w } = usePublishWords();
  const query = useQuery({ ...formVersions(id), staleTime: 0 });
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Part title={w.versions}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <p className="soft">{w.versionsNone}</p> : (
          <ul role="list" className="lines" aria-label={w.versions}>
            {items.map((version) => <VersionLine key={version.id} call={id} version={version} isOpen={opened === version.id} onOpen={(open) => setOpened(open ? version.id : null)} />)}
          </ul>
        ))}
      </Loaded>
    </Part>
  );
}

function VersionLine({ call, version, isOpen, onOpen }: { call: string; version: FormVersion; isOpen: boolean; onOpen: (open: boolean) => void }) {
  const { w, lang } = usePublishWords();
  const { number, published_at: at, is_current: isCurrent, fields } = version;
  return (
    <li className="line">
      <div className="line__main">
        <span>{w.title(number)}</span>
        <span className="soft">{[at ? w.publishedOn(formatMoment(at, lang)) : w.writing, w.fields(fields)].join(" · ")}</span>
      </div>
      {isCurrent && <span className="flag">{w.current}</span>}
      {at && <div className="line__actions"><Button size="xs" aria-expanded={isOpen} aria-label={isOpen ? w.closeVersion : w.readOf(number)} onClick={() => onOpen(!isOpen)}>{isOpen ? w.closeVersion : w.read}</Button></div>}
      {isOpen && <div className="line__below"><FormerForm call={call} version={version.id} /></div>}
    </li>
  );
}

function FormerForm({ call, version }: { call: string; version: string }) {
  return <Loaded query={useQuery(formVersion(call, version))}>{({ definition }) => <FormOutline form={definition} />}</Loaded>;
}

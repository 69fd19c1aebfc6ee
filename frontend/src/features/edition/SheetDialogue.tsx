import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Dialogue } from "@/space/kit/Dialogue";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { sheet, sheetText, type NationalSheet } from "./calls";
import { useEditionWords } from "./words";

/** What to copy into the national form, for whoever does it in the holder's stead or sends it to them. */
export function SheetDialogue({ project, title, onClose }: { project: string; title: string; onClose: () => void }) {
  const query = useQuery(sheet(project));
  return <Dialogue opened onClose={onClose} title={title}><Loaded query={query}>{(found) => <Sheet sheet={found} project={project} />}</Loaded></Dialogue>;
}

function Sheet({ sheet: found, project }: { sheet: NationalSheet; project: string }) {
  const { w } = useEditionWords();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sheetText(found));
      tell(w.copied);
    } catch {
      tell(w.copyFailed, { bad: true });
    }
  };
  return (
    <>
      <p className="soft">{w.sheetHint}</p>
      <div className="page__actions"><Button variant="filled" onClick={() => void copy()}>{w.copyAll}</Button><a className="button" href={`/api/v1/projects/${project}/national-sheet`} target="_blank" rel="noopener">{w.json}</a></div>
      {found.items.map((each) => (
        <section key={each.event_id ?? each.title} aria-label={each.title} className="national">
          <h3>{each.title}</h3>
          {each.sections.map(({ title, fields }) => (
            <div key={title}>
              <h4>{title}</h4>
              <dl className="facts">{fields.map(({ label, value }) => <Line key={label} label={label} value={value ?? w.unknown} isKnown={value !== null} />)}</dl>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function Line({ label, value, isKnown }: { label: string; value: string; isKnown: boolean }) {
  return <><dt>{label}</dt><dd className={isKnown ? "letter" : "soft"}>{value}</dd></>;
}

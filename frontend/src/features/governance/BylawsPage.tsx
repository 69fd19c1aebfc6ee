import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { todayInParis } from "@/lib/dates";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { BylawsForm } from "./BylawsForm";
import { useBylawsWords } from "./bylawsWords";
import { versions, type Bylaws, type Rules } from "./calls";
import { GROUPS, typedOf, type Field, type Group } from "./rules";
import "./governance.css";

/** The versions of the bylaws: the last may be corrected, a new one adopted, those before it stand. */
export function BylawsPage() {
  const { w } = useBylawsWords();
  const query = useQuery(versions());
  const { open, show, close, button } = useUnfolded();
  return (
    <Page
      title={w.title} lead={<><p>{w.lead}</p><p><Link to="/espace/gouvernance">← {w.back}</Link></p></>}
      actions={query.data?.may_adopt && !open ? <Button ref={button} variant="filled" onClick={show}>{w.adopt}</Button> : undefined}
    >
      <Unsaved>
        <Loaded query={query} waiting={w.loading}>
          {({ items, founding_rules: founding }) => (
            <>
              {open && <Part title={w.adoptTitle}><BylawsForm rules={items[0]?.rules ?? founding} onClose={close} /></Part>}
              {items.length === 0 && !open && (
                <>
                  <NothingYet><p><strong>{w.none}</strong></p><p>{w.noneText}</p></NothingYet>
                  <Part title={w.founding}><RuleList rules={founding} /></Part>
                </>
              )}
              {items.map((bylaws, place) => <Version key={bylaws.id} bylaws={bylaws} isShown={place === 0 && !open} />)}
            </>
          )}
        </Loaded>
      </Unsaved>
    </Page>
  );
}

function Version({ bylaws, isShown }: { bylaws: Bylaws; isShown: boolean }) {
  const { w, lang } = useBylawsWords();
  const { open, show, close, button } = useUnfolded();
  const day = (one: string) => formatDate(one, lang);
  const state = bylaws.is_in_force ? w.inForce : bylaws.begins_on > todayInParis() ? w.toCome : w.over;
  return (
    <Part title={w.version(day(bylaws.begins_on))} actions={bylaws.allowed_actions.includes("correct") && !open && <Button ref={button} aria-label={w.correctOf(day(bylaws.begins_on))} onClick={show}>{w.correct}</Button>}>
      <p><span className="word">{state}</span> <span className="soft">{w.span(day(bylaws.begins_on), bylaws.ends_on && day(bylaws.ends_on))}, {w.adopted(day(bylaws.adopted_on))}</span></p>
      {bylaws.note && <p className="note">{bylaws.note}</p>}
      {open ? <BylawsForm rules={bylaws.rules} bylaws={bylaws} onClose={close} /> : <details open={isShown}><summary>{w.showRules}</summary><RuleList rules={bylaws.rules} /></details>}
    </Part>
  );
}

function RuleList({ rules }: { rules: Rules }) {
  const { w } = useBylawsWords();
  const typed = typedOf(rules);
  const shown = ({ path, kind }: Field) => {
    const value = typed[path];
    if (kind === "yes") return value ? w.yes : w.no;
    return kind === "choice" ? w.choices[String(value)] ?? String(value) : value === "" ? w.noLimit : String(value);
  };
  return (
    <div className="bylaws__rules">
      {(Object.keys(GROUPS) as Group[]).map((group) => (
        <div key={group}>
          <h3>{w.groups[group]}</h3>
          <dl className="bylaws__list">{GROUPS[group].map((field) => <div key={field.path}><dt>{w.field(field.path)}</dt><dd>{shown(field)}</dd></div>)}</dl>
        </div>
      ))}
    </div>
  );
}

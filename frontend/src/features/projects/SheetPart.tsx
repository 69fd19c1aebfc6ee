import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { sheet, type Project } from "./calls";
import { useProjectWords } from "./words";

/** What to copy into the national site's form, in its order, line by line. */
export function SheetPart({ project }: { project: Project }) {
  const { w } = useProjectWords();
  const { open, show, close, button } = useUnfolded();
  const query = useQuery({ ...sheet(project.id), enabled: open });
  const copy = async (label: string, value: string) => {
    try {
      await navigator.clipboard.writeText(value);
      tell(w.copied(label));
    } catch {
      tell(w.copyFailed, { bad: true });
    }
  };
  return (
    <Part title={w.sheet} actions={open ? <Button onClick={close}>{w.sheetClose}</Button> : <Button ref={button} onClick={show}>{w.sheetOpen}</Button>}>
      <p>{w.sheetText}</p>
      {open && (
        <Loaded query={query}>
          {({ items }) => (
            <>
              {items.map((each) => (
                <section key={each.event_id ?? each.title} className="project-sheet" aria-label={each.title}>
                  <h3>{each.title} {each.is_in_feed && <span className="flag">{w.inFeed}</span>}</h3>
                  {each.sections.map(({ title, fields }) => (
                    <div key={title}>
                      <h4>{title}</h4>
                      <dl className="project-sheet__fields">
                        {fields.map(({ label, value }) => (
                          <div key={label}>
                            <dt>{label}</dt>
                            <dd>{value ?? <span className="soft">{w.unknown}</span>}</dd>
                            {value !== null && <Button size="xs" variant="subtle" aria-label={w.copyOf(label)} onClick={() => void copy(label, value)}>{w.copy}</Button>}
                          </div>
                        ))}
                      </dl>
                    </div>
                  ))}
                </section>
              ))}
            </>
          )}
        </Loaded>
      )}
    </Part>
  );
}

import { useWords } from "@/lib/i18n";
import { paths } from "@/lib/paths";

/** A page that stopped: plain links, since the router itself may be what broke. */
export function Crash() {
  const { t } = useWords();
  return (
    <div className="wrap lost">
      <h1>{t.errors.title}</h1>
      <p>{t.errors.crash}</p>
      <p className="lost__doors">
        <button type="button" className="button button--strong" onClick={() => location.reload()}>{t.errors.reload}</button>
        <a className="button" href={paths.agenda()}>{t.site.agenda}</a>
      </p>
    </div>
  );
}

/** The same where the page's own frame is what stopped. */
export const CrashAlone = () => <main id="main"><Crash /></main>;

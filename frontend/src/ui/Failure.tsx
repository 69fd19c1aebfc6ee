import { Problem } from "@/lib/problem";
import { useWords } from "@/lib/i18n";
import "./failure.css";

/** What went wrong and what to do. The API's own sentence when it is about the request; ours when it is about the network. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords();
  const problem = error instanceof Problem ? error : null;
  const offline = problem?.status === 0 && !navigator.onLine;
  const about = problem && problem.status >= 400 && problem.status < 500 ? problem : null;
  return (
    <div className="failure" role="alert">
      <h2>{t.errors.title}</h2>
      {about ? (
        <>
          <p>{about.errors.length > 0 ? t.errors.filters : about.message}</p>
          {about.errors.length > 0 && <ul>{about.errors.map((each) => <li key={each.pointer}>{each.detail}</li>)}</ul>}
        </>
      ) : <p>{offline ? t.errors.offline : t.errors.server}</p>}
      <p><button type="button" className="button button--strong" onClick={onRetry}>{t.errors.retry}</button></p>
      {problem?.requestId && <p className="soft">{t.errors.reference(problem.requestId)}</p>}
    </div>
  );
}

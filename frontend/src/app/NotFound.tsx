import { Link } from "@tanstack/react-router";
import { useWords } from "@/lib/i18n";
import { usePage } from "@/lib/page";
import { LostFlower } from "@/ui/LostFlower";

export function NotFound() {
  const { t } = useWords();
  usePage(t.errors.notFoundTitle);
  return (
    <div className="wrap lost">
      <LostFlower />
      <h1>{t.errors.notFoundTitle}</h1>
      <p>{t.errors.notFoundText}</p>
      <p className="lost__doors">
        <Link className="button button--strong" to="/agenda">{t.site.agenda}</Link>
        <Link className="button" to="/">{t.site.home}</Link>
      </p>
    </div>
  );
}

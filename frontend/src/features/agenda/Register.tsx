import type { AgendaDetail } from "@/api/types";
import { useWords } from "@/lib/i18n";
import { registrationWays } from "@/programme/registration";

/** How to come in: links, telephones, addresses; or plainly none. */
export function Register({ event }: { event: AgendaDetail }) {
  const { t } = useWords();
  const ways = registrationWays(event.registration);
  const online = registrationWays(event.online_access_url ? [{ type: "link", value: event.online_access_url }] : [])[0];
  // « Venez » would be wrong where nothing takes place, or nowhere.
  const stopped = event.status === "cancelled" || (event.status === "postponed" && ways.length === 0);
  if (stopped || (ways.length === 0 && online === undefined && event.attendance_mode === "online")) return null;
  return (
    <section className="register" aria-labelledby="register">
      <h2 id="register">{t.event.register}</h2>
      {ways.length === 0 && event.attendance_mode !== "online" && <p>{t.event.registerNone}</p>}
      <ul role="list">
        {ways.map((way, index) => (
          <li key={way.href}>
            <a href={way.href} className={index === 0 ? "button button--strong" : "button"} {...(way.type === "link" && { rel: "noopener" })}>
              {way.type === "link" ? t.event.register : way.type === "phone" ? t.schools.tel(way.shown) : t.schools.mail(way.shown)}
              {way.type === "link" && <span className="register__host">{way.shown}</span>}
            </a>
          </li>
        ))}
        {online && <li><a href={online.href} className="button" rel="noopener">{t.event.joinOnline}</a></li>}
      </ul>
    </section>
  );
}

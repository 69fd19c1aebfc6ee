import { useQuery } from "@tanstack/react-query";
import { territory } from "@/api/queries";
import type { AgendaDetail, DetailVenue } from "@/api/types";
import { useWords } from "@/lib/i18n";
import { safeUrl } from "@/lib/text";
import { registrationWays } from "@/programme/registration";
import { VenueMap } from "./VenueMap";

/** Where: the address in words first, then where it lies in the region. */
export function VenueBlock({ event }: { event: AgendaDetail }) {
  const { t } = useWords();
  const region = useQuery(territory()).data;
  const { venue } = event;
  if (!venue) {
    return event.attendance_mode === "online" ? null : (
      <section aria-labelledby="venue"><h2 id="venue">{t.event.where}</h2><p>{t.event.place}</p></section>
    );
  }
  return (
    <section aria-labelledby="venue" className="venue">
      <h2 id="venue">{t.event.where}</h2>
      <div className="venue__columns">
        <VenueWords venue={venue} />
        {region && venue.latitude !== null && venue.longitude !== null && (
          <VenueMap event={event} latitude={venue.latitude} longitude={venue.longitude} region={region} city={venue.city ?? venue.name} />
        )}
      </div>
    </section>
  );
}

function VenueWords({ venue }: { venue: DetailVenue }) {
  const { t } = useWords();
  const website = safeUrl(venue.website);
  const phone = registrationWays(venue.phone ? [{ type: "phone", value: venue.phone }] : [])[0];
  const town = [venue.postal_code, venue.city].filter(Boolean).join(" ");
  const lines = [venue.name, venue.address, venue.address?.includes(town) ? null : town];
  const query = encodeURIComponent(lines.filter(Boolean).join(", "));
  const point = venue.latitude === null || venue.longitude === null ? null : `${venue.latitude},${venue.longitude}`;
  const osm = point
    ? `https://www.openstreetmap.org/?mlat=${venue.latitude}&mlon=${venue.longitude}#map=16/${venue.latitude}/${venue.longitude}`
    : `https://www.openstreetmap.org/search?query=${query}`;
  return (
    <div className="venue__words">
      <address>{lines.filter((line, index) => line && lines.indexOf(line) === index).map((line) => <span key={line}>{line}</span>)}</address>
      {venue.access && <p>{venue.access}</p>}
      <ul role="list" className="venue__links">
        <li><a href={osm} rel="noopener">{t.event.openMap}</a></li>
        {point && <li><a href={`geo:${point}?q=${point}`}>{t.event.mapApp}</a></li>}
        {phone && <li><a href={phone.href}>{t.schools.tel(phone.shown)}</a></li>}
        {website && <li><a href={website} rel="noopener">{t.event.website} : {new URL(website).hostname.replace(/^www\./, "")}</a></li>}
      </ul>
    </div>
  );
}

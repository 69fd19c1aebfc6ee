import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { communes } from "@/api/queries";
import { announce } from "@/lib/announce";
import { useWords } from "@/lib/i18n";
import { Suggest } from "@/ui/Suggest";
import { DEFAULT_RADIUS, RADII, type Filters } from "./filters";

type Place = Pick<Filters, "near" | "place" | "radius_km">;

interface PlaceFieldProps {
  value: Place;
  onChange: (place: Place) => void;
  label?: string;
}

/** Coordinates kept to about a kilometre: enough to sort an agenda, too little to say where someone lives. */
const PRECISION = 2;

/** Where: a commune as one types it, or around the reader, and how far. */
export function PlaceField({ value, onChange, label }: PlaceFieldProps) {
  const { t } = useWords();
  const shown = usePlaceName(value);
  const [text, setText] = useState(shown);
  const [seen, setSeen] = useState(shown);
  // Another place was chosen elsewhere (a chip, the back button): the field follows.
  if (seen !== shown) {
    setSeen(shown);
    setText(shown);
  }
  const options = useQuery(communes(text)).data ?? [];
  const radius = value.radius_km ?? DEFAULT_RADIUS;
  const choices = RADII.includes(radius as (typeof RADII)[number]) ? RADII : [...RADII, radius].toSorted((a, b) => a - b);
  return (
    <div className="place">
      <Suggest
        label={label ?? t.search.where} placeholder={t.search.whereHint} listLabel={t.search.suggestions} text={text}
        onText={(next) => {
          setText(next);
          if (next === "" && value.near) onChange({});
        }}
        options={text === shown ? [] : options} keyOf={(each) => each.insee} nameOf={(each) => each.name}
        detailOf={(each) => [each.postal_codes[0], each.event_count > 0 && t.search.communeCount(each.event_count)].filter(Boolean).join(" · ")}
        onChoose={(each) => onChange({ ...value, near: each.insee, place: each.name })}
        found={t.search.found} nothing={text === shown ? "" : t.search.noCommune}
      />
      <div className="place__more">
        {value.near ? (
          <>
            <label className="place__radius">
              <span className="unseen">{t.search.radius}</span>
              <select value={radius} onChange={(event) => onChange({ ...value, radius_km: Number(event.target.value) })}>
                {choices.map((km) => <option key={km} value={km}>{t.search.km(km)}</option>)}
              </select>
            </label>
            <button type="button" className="place__clear" onClick={() => onChange({})}>{t.search.clearPlace}</button>
          </>
        ) : <AroundMe onFound={(near) => onChange({ ...value, near, place: undefined })} />}
      </div>
    </div>
  );
}

/** The chosen place's name: what the address says, else looked up from its code. */
export function usePlaceName({ near, place }: Place): string {
  const { t } = useWords();
  const isPoint = near?.includes(",") ?? false;
  const looked = useQuery({ ...communes(near ?? ""), enabled: Boolean(near) && !place && !isPoint });
  if (!near) return "";
  if (isPoint) return t.search.around;
  return place ?? looked.data?.find((each) => each.insee === near)?.name ?? near;
}

function AroundMe({ onFound }: { onFound: (near: string) => void }) {
  const { t } = useWords();
  const [state, setState] = useState<"idle" | "busy" | "refused">("idle");
  if (!("geolocation" in navigator)) return null;
  const ask = () => {
    setState("busy");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        onFound(`${coords.latitude.toFixed(PRECISION)},${coords.longitude.toFixed(PRECISION)}`);
      },
      () => {
        setState("refused");
        announce(t.search.aroundRefused);
      },
      { timeout: 10_000, maximumAge: 300_000 },
    );
  };
  return (
    <>
      <button type="button" className="place__around" onClick={ask} disabled={state === "busy"}>
        {state === "busy" ? t.search.aroundBusy : t.search.around}
      </button>
      {state === "refused" && <p className="place__refused">{t.search.aroundRefused}</p>}
    </>
  );
}

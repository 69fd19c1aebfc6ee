import { useQueryClient } from "@tanstack/react-query";
import { patch } from "@/api/write";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useVersions, type Version } from "@/space/kit/versions";
import { AgreementText } from "./AgreementText";
import { path, settings as settingsQuery, type Settings } from "./calls";
import { PickupPlaces } from "./PickupPlaces";
import { checkSettings, toBody, toValues, type SettingsBody, type SettingsField, type SettingsValues } from "./settings";
import { Buffers, Opening, Papers, Who } from "./SettingsFields";
import { useSettingsWords } from "./words";

interface SettingsPartProps {
  lender: string;
  settings: Settings;
  etag: string | null;
}

const version = (settings: Settings, etag: string | null): Version<SettingsBody> => ({ body: toBody(toValues(settings)), etag });

/** All rules of a lender in one form, on the version that was read first: what someone else saves meanwhile is shown beside. */
export function SettingsPart({ lender, settings, etag }: SettingsPartProps) {
  const { w } = useSettingsWords();
  const client = useQueryClient();
  const words = useValueWords();
  const query = settingsQuery(lender);
  const { met, send, settle, giveUp } = useVersions<SettingsBody>({
    first: version(settings, etag),
    save: async (changed, _whole, from) => {
      const answer = await patch<Settings>(path(lender), changed, from);
      client.setQueryData(query.queryKey, answer);
      return version(answer.data, answer.etag);
    },
    readAgain: async () => {
      const now = await client.fetchQuery({ ...query, staleTime: 0 });
      return version(now.data, now.etag);
    },
    onSaved: async (_now, isNew) => {
      const now = client.getQueryData(query.queryKey);
      if (now) entry.reset(toValues(now.data));
      if (isNew) await Promise.all([client.invalidateQueries({ queryKey: ["lenders"] }), client.invalidateQueries({ queryKey: ["lending-settings", lender, "rules"] })]);
      tell(isNew ? w.saved : w.nothingToSave);
    },
  });
  const entry = useEntry<SettingsValues>({
    initial: toValues(settings), labels: w.fields, send: (values) => send(toBody(values)),
    check: (values) => checkSettings(values, { number: w.number, openingDay: w.openingDay, lengths: w.lengths, place: w.placeNeeded, department: w.department }),
  });
  useUnsaved(entry.changed || met !== null);
  if (met) return <Part title={w.rules}><ClashForm met={met} label={(field) => w.fields[field]} words={words} onSend={settle} onCancel={() => { giveUp(); entry.set({}); }} /></Part>;
  return (
    <Part title={w.rules}>
      {settings.version === 0 && <p className="soft">{w.never}</p>}
      <div className={entry.changed ? "lending-settings__changed" : undefined}>
        <EntryForm entry={entry} submitLabel={w.save} label={w.rules}>
          <Opening entry={entry} />
          <Buffers entry={entry} />
          <Papers entry={entry} />
          <Who entry={entry} />
          <PickupPlaces entry={entry} />
          <AgreementText entry={entry} lender={lender} />
        </EntryForm>
      </div>
    </Part>
  );
}

/** How a setting is read. */
function useValueWords() {
  const { w } = useSettingsWords();
  const words = useLendingWords();
  return (field: SettingsField, value: unknown): string => {
    if (field === "opening_days") return (value as number[]).map((day) => w.weekdays[day - 1]).join(", ");
    if (field === "near_departments") return (value as string[]).join(", ") || w.everywhere;
    if (field === "pickup_places") return (value as SettingsBody["pickup_places"]).map(({ name, address, hours }) => [name, address, hours].filter(Boolean).join(", ")).join("\n");
    if (field === "insurance") return lendingWord(words, "insurance", String(value));
    if (typeof value === "number") return field.includes("buffer") ? w.workingDays(value) : w.days(value);
    return String(value ?? "");
  };
}

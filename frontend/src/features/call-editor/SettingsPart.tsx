import { Checkbox, NumberInput, Radio, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { patch } from "@/api/write";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { LeaveGuard } from "@/space/kit/LeaveGuard";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useVersions, type Version } from "@/space/kit/versions";
import { callSettings, may, path, tagOf, type Call } from "./queries";
import { checkSettings, fromLocal, toBody, toValues, type SettingsBody, type SettingsValues } from "./settings";
import { useSettingsWords, type SettingsWords } from "./settingsWords";
import { graceEnd, wayOf, type Way } from "./state";
import { useCallWords } from "./words";

const version = (call: Call): Version<SettingsBody> => ({ body: toBody(toValues(call)), etag: tagOf(call) });
const POLICIES = ["grace", "lock", "submit_complete"] as const;
const RULES = ["session_in_official_dates", "free_of_charge", "venue_in_territory"] as const;

/** All settings in one form, on the version that was read first: what someone else saves meanwhile is shown beside. */
export function SettingsPart({ call }: { call: Call }) {
  const { w } = useSettingsWords();
  const { w: common } = useCallWords();
  const client = useQueryClient();
  const words = useValueWords();
  const { met, send, settle, giveUp } = useVersions<SettingsBody>({
    first: version(call),
    save: async (changed, _whole, from) => {
      const { data } = await patch<Call>(path(call.id), changed, from);
      client.setQueryData(callSettings(call.id).queryKey, data);
      return version(data);
    },
    readAgain: async () => version(await client.fetchQuery({ ...callSettings(call.id), staleTime: 0 })),
    onSaved: async ({ body }, isNew) => {
      entry.reset(toValues({ ...call, ...body }));
      if (isNew) await Promise.all([client.invalidateQueries({ queryKey: ["calls-of-edition"] }), client.invalidateQueries({ queryKey: ["calls"] }), client.invalidateQueries({ queryKey: ["call-editor", call.id, "form"] })]);
      tell(isNew ? common.saved : common.nothingToSave);
    },
  });
  const labels = labelsOf(w);
  const entry = useEntry<SettingsValues>({ initial: toValues(call), labels, check: (values) => checkSettings(values, w), send: (values) => send(toBody(values)) });
  if (met) {
    return <Part title={common.part.settings}><LeaveGuard when /><ClashForm met={met} label={(field) => labels[field] ?? null} words={words} onSend={settle} onCancel={giveUp} /></Part>;
  }
  if (!may(call, "edit")) return <Frozen call={call} />;
  return (
    <Part title={common.part.settings}>
      <EntryForm entry={entry} submitLabel={w.save} label={w.label}>
        <Presentation entry={entry} />
        <Dates entry={entry} />
        <Charter entry={entry} />
        <Deciding entry={entry} before={wayOf(call)} />
        <fieldset className="group">
          <legend>{w.budget}</legend>
          <NumberInput {...entry.field("budget_cents")} label={w.envelope} description={w.envelopeHint} min={0} decimalScale={2} hideControls thousandSeparator=" " decimalSeparator="," />
        </fieldset>
      </EntryForm>
      <LeaveGuard when={entry.changed && !entry.busy} />
    </Part>
  );
}

type Given = { entry: Entry<SettingsValues> };

function Presentation({ entry }: Given) {
  const { w } = useSettingsWords();
  return (
    <fieldset className="group">
      <legend>{w.presentation}</legend>
      <TextInput {...entry.field("title")} label={w.title} maxLength={200} autoComplete="off" />
      <Textarea {...entry.field("introduction")} label={w.introduction} description={w.introductionHint} minRows={6} maxRows={18} maxLength={20_000} />
      <TextInput {...entry.field("contact_email")} label={w.contact} description={w.contactHint} type="email" maxLength={254} autoComplete="off" />
    </fieldset>
  );
}

function Dates({ entry }: Given) {
  const { w, lang } = useSettingsWords();
  const { closing_policy: policy, grace_minutes: minutes, closes_at: closes } = entry.values;
  const end = fromLocal(closes);
  const graced = end && Number(minutes) >= 1 ? w.graceEnds(Number(minutes), formatMoment(graceEnd({ closes_at: end, closing_policy: "grace", grace_minutes: Number(minutes) }), lang)) : undefined;
  return (
    <fieldset className="group">
      <legend>{w.dates}</legend>
      <div className="group__pair">
        <TextInput {...entry.field("opens_at")} type="datetime-local" label={w.opens} description={w.paris} />
        <TextInput {...entry.field("closes_at")} type="datetime-local" label={w.closes} description={w.paris} />
      </div>
      <Radio.Group {...entry.field("closing_policy")} label={w.policy} description={w.late}>
        {POLICIES.map((each) => <Radio key={each} value={each} label={w.policies[each]} description={w.policyHints[each]} />)}
      </Radio.Group>
      {policy === "grace" && <NumberInput {...entry.field("grace_minutes")} className="call-short" label={w.grace} description={graced} min={1} max={10_080} allowDecimal={false} hideControls />}
      <Textarea {...entry.field("closed_message")} label={w.closedMessage} description={w.closedMessageHint} maxLength={2000} minRows={2} />
    </fieldset>
  );
}

function Charter({ entry }: Given) {
  const { w } = useSettingsWords();
  return (
    <fieldset className="group">
      <legend>{w.charter}</legend>
      <Checkbox.Group {...entry.field("charter_rules")} label={w.rules} description={w.rulesHint}>
        {RULES.map((rule) => <Checkbox key={rule} value={rule} label={w.ruleLabels[rule]} />)}
      </Checkbox.Group>
    </fieldset>
  );
}

function Deciding({ entry, before }: Given & { before: Way }) {
  const { w } = useSettingsWords();
  const { way } = entry.values;
  // Criteria without a committee are shown where a call has them so; nobody would choose it.
  const ways: Way[] = ["one_person", "committee_scores", "committee", ...(before === "scores" ? ["scores" as const] : [])];
  const hasCommittee = way === "committee" || way === "committee_scores";
  return (
    <fieldset className="group">
      <legend>{w.deciding}</legend>
      <Radio.Group {...entry.field("way")} label={w.way}>
        {ways.map((each) => <Radio key={each} value={each} label={w.ways[each]} description={w.wayHints[each]} />)}
      </Radio.Group>
      {hasCommittee && (
        <>
          <div className="group__pair">
            <NumberInput {...entry.field("reviews_per_application")} label={w.reviews} description={w.reviewsHint} min={1} max={20} allowDecimal={false} />
            <NumberInput {...entry.field("quorum")} label={w.quorum} description={w.quorumHint} min={1} max={100} allowDecimal={false} />
          </div>
          <Checkbox {...entry.check("is_anonymous")} label={w.anonymous} description={w.anonymousHint} />
        </>
      )}
    </fieldset>
  );
}

function labelsOf(w: SettingsWords) {
  return {
    title: w.title, introduction: w.introduction, contact_email: w.contact, opens_at: w.opens, closes_at: w.closes, closing_policy: w.policy, grace_minutes: w.grace,
    closed_message: w.closedMessage, charter_rules: w.charter, way: w.way, has_committee: w.hasCommittee, has_scoring: w.hasScoring, quorum: w.quorum,
    reviews_per_application: w.reviews, is_anonymous: w.anonymous, budget_cents: w.envelope,
  };
}

/** How a setting is read. */
function useValueWords() {
  const { w, lang } = useSettingsWords();
  return (field: keyof SettingsBody, value: unknown): string => {
    if (typeof value === "boolean") return value ? w.yes : w.no;
    if (field === "charter_rules") return (value as string[]).map((rule) => w.ruleLabels[rule] ?? rule).join("\n") || w.none;
    if (field === "opens_at" || field === "closes_at") return formatMoment(String(value), lang);
    if (field === "closing_policy") return w.policies[value as Call["closing_policy"]];
    if (field === "grace_minutes") return w.minutes(Number(value));
    if (field === "quorum" && value === null) return w.noQuorum;
    if (field === "budget_cents") return value === null ? w.none : `${Number(value) / 100}\u00a0€`;
    return String(value ?? "");
  };
}

/** The settings of an archived call, to be read. */
function Frozen({ call }: { call: Call }) {
  const { w } = useSettingsWords();
  const { w: common } = useCallWords();
  const words = useValueWords();
  const labels = labelsOf(w);
  const body = toBody(toValues(call));
  const shown = (Object.keys(body) as (keyof SettingsBody)[]).filter((field) => field !== "has_committee" && field !== "has_scoring");
  return (
    <Part title={common.part.settings}>
      <dl className="facts">
        {shown.map((field) => <div key={field} className="call-facts__pair"><dt>{labels[field]}</dt><dd className="note">{words(field, body[field]) || w.none}</dd></div>)}
        <div className="call-facts__pair"><dt>{w.way}</dt><dd>{w.ways[wayOf(call)]}</dd></div>
      </dl>
    </Part>
  );
}

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useFormWords } from "./formWords";
import type { FormKeeper, Kept } from "./keeper";
import { useRequestName } from "@/space/kit/useRequestName";
import { usePublishWords } from "./publishWords";
import { callKey, formDraft, may, path, tagOf, type Call, type FormDraft, type FormPublishing } from "./queries";

/** What publishing would change, and publishing. */
export function FormChanges({ call, keeper, kept }: { call: Call; keeper: FormKeeper; kept: Kept }) {
  const { w } = usePublishWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { nameOf } = useRequestName();
  const { draft, saving } = kept;
  const { number, problems, differences, version } = draft;
  const isFirst = call.form_number === null;
  const gone = differences.filter(({ change }) => change === "removed").length;
  const warned = differences.filter(({ change, warning }) => change !== "removed" && warning).length;
  const canPublish = !isFirst && may(draft, "publish_form") && differences.length > 0 && problems.length === 0 && version > 0;
  const publish = async () => {
    await post<FormPublishing>(`${path(call.id)}/form/publish`, {}, nameOf([call.id, version, number]), tagOf(draft));
    keeper.renew(await client.fetchQuery({ ...formDraft(call.id), staleTime: 0 }));
    await Promise.all([client.invalidateQueries({ queryKey: [...callKey(call.id), "settings"] }), client.invalidateQueries({ queryKey: [...callKey(call.id), "form-versions"] }), client.invalidateQueries({ queryKey: ["calls-of-edition"] })]);
    tell(w.published(number));
  };
  const ask = async () => {
    if (await keeper.flush()) setAsking(true);
  };
  return (
    <Part
      title={w.title(number)}
      actions={canPublish ? <Button variant="filled" size="xs" aria-disabled={saving === "saving"} onClick={() => void ask()}>{w.publish(number)}</Button> : undefined}
    >
      {saving !== "saved" && <p className="soft">{w.unsaved}</p>}
      {isFirst && call.publication === "draft" && <p>{w.first} <Link to="/espace/appels/$id" params={{ id: call.id }}>{w.toPublication}</Link></p>}
      {call.publication === "archived" && <p>{w.frozen}</p>}
      {problems.length > 0 && (
        <div className="trouble"><strong>{w.blocked}</strong><ul>{problems.map(({ pointer, code, message }) => <li key={`${pointer}${code}${message}`}>{message}</li>)}</ul></div>
      )}
      {!isFirst && <p>{differences.length === 0 ? w.none : w.lead(differences.length)}</p>}
      {!isFirst && differences.length > 0 && <Differences differences={differences} />}
      <Confirm opened={asking} title={w.confirmTitle(number)} confirmLabel={w.publish(number)} onClose={() => setAsking(false)} onConfirm={publish}>
        <p>{w.confirmText}</p>
        {gone > 0 && <p><strong>{w.removed(gone)}</strong></p>}
        {warned > 0 && <p>{w.warned(warned)}</p>}
      </Confirm>
    </Part>
  );
}

function Differences({ differences }: { differences: FormDraft["differences"] }) {
  const { w } = usePublishWords();
  const { w: form } = useFormWords();
  return (
    <ul role="list" className="lines" aria-label={w.changes}>
      {differences.map(({ field_id: id, label, change, aspects, warning }) => (
        <li key={`${change}${id}`} className="line">
          <div className="line__main">
            <span>{label}</span>
            {aspects.length > 0 && <span className="soft">{w.aspects(aspects.map((aspect) => form.parts[aspect] ?? aspect).join(", "))}</span>}
            {warning && <span className="call-difference__warning">{warning}</span>}
          </div>
          <span className={change === "removed" ? "flag flag--stop" : "word"}>{w.change[change]}</span>
        </li>
      ))}
    </ul>
  );
}

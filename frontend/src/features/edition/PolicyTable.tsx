import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { put } from "@/api/write";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { editionPath, policy, policyRows, rulesWith, type Edition, type Policy, type PolicyRule, type Rule } from "./calls";
import { useEditionWords } from "./words";

const RULES: readonly Rule[] = ["free", "needs_approval", "locked"];

/** What holders may change, and when: a small table, each cell saved as it is chosen. */
export function PolicyTable({ edition }: { edition: Edition }) {
  const { w } = useEditionWords();
  const client = useQueryClient();
  const query = useQuery(policy(edition.year));
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = async (rules: readonly PolicyRule[], version: number, changed: PolicyRule, rule: Rule) => {
    setProblem(null);
    try {
      await put<Policy>(`${editionPath(edition.year)}/edit-policy`, { rules: rulesWith(rules, changed, rule) }, `"v${version}"`);
      tell(w.policySaved);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ["programme", edition.year, "policy"] });
    await client.invalidateQueries({ queryKey: ["programme", "editions"] });
  };
  return (
    <Part title={w.policy}>
      <p className="soft">{w.policyHint}</p>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} explain={({ status }) => (status === 412 ? w.policyStale : null)} /></div>}
      <Loaded query={query}>
        {({ data: { rules, version } }) => <Rules rules={rules} onChange={(changed, rule) => void change(rules, version, changed, rule)} />}
      </Loaded>
    </Part>
  );
}

function Rules({ rules, onChange }: { rules: readonly PolicyRule[]; onChange: (changed: PolicyRule, rule: Rule) => void }) {
  const { w } = useEditionWords();
  const rows = policyRows(rules);
  return (
    <table className="policy">
      <caption className="unseen">{w.policy}</caption>
      <thead><tr><th scope="col">{w.group}</th>{rows[0]?.cells.map(({ phase, phase_label: label }) => <th key={phase} scope="col">{label}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ group, label, cells }) => (
          <tr key={group}>
            <th scope="row">{label}</th>
            {cells.map((cell) => (
              <td key={cell.phase}>
                <span className="policy__phase" aria-hidden="true">{cell.phase_label}</span>
                <select aria-label={w.ruleOf(label, cell.phase_label)} value={cell.rule} data-rule={cell.rule} onChange={(event) => onChange(cell, event.currentTarget.value as Rule)}>
                  {RULES.map((each) => <option key={each} value={each}>{w.rules[each]}</option>)}
                </select>
                {cell.rule !== cell.default && <span className="soft policy__changed">{w.notDefault}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useQuery } from "@tanstack/react-query";
import { communes } from "@/api/queries";
import { Suggest } from "@/ui/Suggest";
import type { Draft } from "./draft";
import { useApplyWords } from "./words";

interface CommuneChoiceProps {
  draft: Draft;
  fault: string | null;
  onChange: (part: Partial<Draft>) => void;
}

/** The commune of the organisation, chosen among those that begin alike. */
export function CommuneChoice({ draft, fault, onChange }: CommuneChoiceProps) {
  const { w } = useApplyWords();
  const { commune_name: text, commune_insee: insee } = draft;
  const options = useQuery({ ...communes(text), enabled: !insee && text.trim().length >= 2 }).data ?? [];
  return (
    <div className="field" id="apply-commune" tabIndex={-1}>
      <Suggest
        label={`${w.commune} (${w.optional})`} placeholder={w.communeHint} listLabel={w.suggestions} text={text} onText={(next) => onChange({ commune_name: next, commune_insee: "" })}
        options={insee ? [] : options} keyOf={(each) => each.insee} nameOf={(each) => each.name} detailOf={(each) => each.postal_codes[0] ?? ""}
        onChoose={(each) => onChange({ commune_name: each.name, commune_insee: each.insee })} found={w.foundCommunes} nothing={insee ? "" : w.noCommune}
      />
      {fault && <p className="apply__fault">{fault}</p>}
    </div>
  );
}

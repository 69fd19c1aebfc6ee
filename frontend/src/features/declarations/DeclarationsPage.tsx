import { useMe, hasRole } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { Unsaved } from "@/space/kit/Unsaved";
import { AssociationPart } from "./AssociationPart";
import { DeclarationsPart } from "./DeclarationsPart";
import { OfficersPart } from "./OfficersPart";
import { useDeclarationWords } from "./words";
import "./declarations.css";

/** What is due to the State, what was sent, what came back; what the form asks; what the association is. */
export function DeclarationsPage() {
  const { w } = useDeclarationWords();
  const keeps = hasRole(useMe(), "secretary", "administrator");
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <Unsaved>
        <nav aria-label={w.sections} className="sections">
          <a href="#declarations">{w.list}</a>
          {keeps && <a href="#dirigeants">{w.officers}</a>}
          <a href="#association">{w.association}</a>
        </nav>
        <div id="declarations"><DeclarationsPart /></div>
        {keeps && <div id="dirigeants"><OfficersPart /></div>}
        <div id="association"><AssociationPart /></div>
      </Unsaved>
    </Page>
  );
}

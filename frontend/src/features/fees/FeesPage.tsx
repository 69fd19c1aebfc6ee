import { Link } from "@tanstack/react-router";
import { hasRole, useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { NotAllowed } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { AgeingPart } from "./AgeingPart";
import { CallPart } from "./CallPart";
import { ChorusPart } from "./ChorusPart";
import { FeesPart } from "./FeesPart";
import { ImportPart } from "./ImportPart";
import { RemindPart } from "./RemindPart";
import { useFeeWords } from "./words";
import "./fees.css";

/** Fees of the association: what is owed, what was paid, and how it is asked for. */
export function FeesPage() {
  const { w } = useFeeWords();
  const me = useMe();
  const reads = hasRole(me, "secretary", "treasurer", "administrator");
  const keeps = hasRole(me, "treasurer", "administrator");
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={<Link className="button" to={"/espace/cotisations/bareme" as string}>{w.toTariff}</Link>}>
      {reads ? (
        <Unsaved>
          <nav aria-label={w.sections} className="sections">
            <a href="#reste">{w.ageing}</a><a href="#liste">{w.list}</a>
            {keeps && <><a href="#appeler">{w.callPart}</a><a href="#relancer">{w.remindPart}</a><a href="#helloasso">{w.importPart}</a></>}<a href="#chorus">{w.chorusPart}</a>
          </nav>
          <div id="reste"><AgeingPart /></div>
          <div id="liste"><FeesPart /></div>
          {keeps && <><div id="appeler"><CallPart /></div><div id="relancer"><RemindPart /></div><div id="helloasso"><ImportPart /></div></>}
          <div id="chorus"><ChorusPart /></div>
        </Unsaved>
      ) : <NotAllowed />}
    </Page>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "@mantine/core";
import { me, useMe } from "@/space/kit/me";
import { Page, Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { Waiting as WaitingFlower } from "@/ui/LostFlower";
import { WaitingLines } from "./WaitingLines";
import { useWaiting } from "./waiting";
import { useHomeWords } from "./words";
import "./space-home.css";

/** What waits for me first; then my organisations, and what my roles allow. */
export function SpaceHomePage() {
  const { w } = useHomeWords();
  const someone = useMe();
  const client = useQueryClient();
  const { waiting, isPending, isPartial, retry } = useWaiting(someone);
  const settled = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ["waiting"] }), client.invalidateQueries(me())]);
  };
  return (
    <Page title={w.hello(someone.account.name)}>
      <Part title={w.waits}>
        {isPartial && <p className="waiting__partly" role="status">{w.partly} <Button size="xs" onClick={retry}>{w.retry}</Button></p>}
        <WaitingLines waiting={waiting} onSettled={settled} calm={isPending ? <WaitingFlower words={w.looking} /> : <NothingYet><p>{w.calm}</p></NothingYet>} />
      </Part>
      <Part title={w.organisations}>
        {someone.organisations.length === 0 ? (
          <NothingYet><p>{w.organisationsNone}<br />{w.organisationsHow}</p><Link className="button" to="/espace/structures">{w.find}</Link></NothingYet>
        ) : (
          <ul role="list" className="lines">
            {someone.organisations.map(({ id, name, role }) => (
              <li key={id} className="line">
                <div className="line__main"><Link to="/espace/structures/$id" params={{ id }}>{name}</Link><span className="soft">{w.role[role]}</span></div>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {someone.roles.length > 0 && (
        <Part title={w.roles}>
          <dl className="facts">
            {someone.roles.map((role) => <RoleFact key={role} words={w.teamRole[role] ?? [role, ""]} />)}
          </dl>
        </Part>
      )}
    </Page>
  );
}

function RoleFact({ words: [name, allows] }: { words: readonly string[] }) {
  return <><dt>{name}</dt><dd>{allows}</dd></>;
}

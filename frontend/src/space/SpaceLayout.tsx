import { MantineProvider } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useMatches, useNavigate } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { isSignedIn, me } from "./kit/me";
import { deviceScheme, theme } from "./kit/theme";
import { Toasts } from "./kit/toasts";
import { SpaceHeader } from "./SpaceHeader";
import { SpaceMenu } from "./SpaceMenu";
import { useSpaceWords } from "./words";
import "./kit/mantine.css";
import "./kit/kit.css";
import "./space.css";

const DOOR = "/espace/entrer";

/** The workspace around its pages: who one is, the menu of what one may do, and the guard. */
export function SpaceLayout() {
  const answer = useQuery(me());
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={deviceScheme} withCssVariables={false} withGlobalClasses={false}>
      <SpaceHeader someone={answer.data ?? null} />
      <div className="space wrap" data-alone={!answer.data?.account || undefined}>
        {answer.data?.account && <aside className="space__side"><SpaceMenu someone={answer.data} /></aside>}
        <main id="main" className="space__main" tabIndex={-1}>
          {answer.data ? <Guard><Outlet /></Guard> : <Opening error={answer.error} onRetry={() => void answer.refetch()} />}
        </main>
      </div>
      <Toasts />
    </MantineProvider>
  );
}

function Opening({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { w } = useSpaceWords();
  return error ? <Failure error={error} onRetry={onRetry} /> : <Waiting words={w.opening} />;
}

/**
 * Sends whoever is not signed in to sign in, with where they wanted to go. A session that ends while one works takes nothing
 * away from the screen: what was typed stays, under a line that says how to enter again.
 */
function Guard({ children }: { children: ReactNode }) {
  const { w } = useSpaceWords();
  // Asked here too: an address that changes draws the guard anew by itself, and who has just entered is known by then. Told from
  // above, it could still hold nobody, and send back to the door.
  const { data: someone } = useQuery(me());
  const open = useMatches({ select: (matches) => matches.some((match) => match.staticData.open) });
  const location = useLocation();
  const navigate = useNavigate();
  // On the way to the door the address is the door's already, while the page is still the one that was left.
  const nobody = !open && !(someone && isSignedIn(someone));
  const stranger = nobody && someone !== undefined && location.pathname !== DOOR && !someone.before;
  const lost = nobody && Boolean(someone?.before);
  useEffect(() => {
    if (stranger) void navigate({ to: DOOR, search: { suite: location.href }, replace: true });
  }, [stranger, navigate, location.href]);
  if (nobody && !lost) return <Waiting words={w.opening} />;
  return (
    <>
      {lost && <p className="space__lost" role="alert">{w.expired} <a href="/espace/entrer" target="_blank" rel="noopener">{w.enterAgain}</a></p>}
      {children}
    </>
  );
}

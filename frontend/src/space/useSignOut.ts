import { useNavigate } from "@tanstack/react-router";
import { del } from "@/api/write";
import { Problem } from "@/lib/problem";
import { useNewIdentity } from "./kit/me";
import { tell } from "./kit/toasts";
import { useSpaceWords } from "./words";

/** Ends the session here and goes to the door; `suite`, where one goes once somebody else has entered. */
export function useSignOut(): (suite?: string) => Promise<void> {
  const { w } = useSpaceWords();
  const changeIdentity = useNewIdentity();
  const navigate = useNavigate();
  return async (suite) => {
    try {
      await del("/me/sessions/current");
    } catch (error) {
      // A session that is over already is what one asked for.
      if (!(error instanceof Problem) || error.status !== 401) {
        tell(error instanceof Error ? error.message : String(error), { bad: true });
        return;
      }
    }
    await navigate({ to: "/espace/entrer", search: suite ? { suite } : {} });
    await changeIdentity();
    tell(w.signedOut);
  };
}

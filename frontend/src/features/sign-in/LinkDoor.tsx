import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Page } from "@/space/kit/Page";
import { Waiting } from "@/ui/LostFlower";
import { enter } from "./calls";
import { useEntered } from "./useEntered";
import { useSignInWords } from "./words";

interface LinkDoorProps {
  token: string;
  onNew: () => void;
  onRefused: (problem: Problem) => void;
}

/** Follows the link of a mail. It is used once however often this draws: the query is asked once for a token. */
export function LinkDoor({ token, onNew, onRefused }: LinkDoorProps) {
  const { w } = useSignInWords();
  const entered = useEntered();
  const used = useQuery({ queryKey: ["me", "link", token], queryFn: () => enter({ token }), staleTime: Infinity, retry: false, refetchOnWindowFocus: false });
  const { data, error } = used;
  const problem = error instanceof Problem ? error : null;
  useEffect(() => {
    if (data) void entered(data.next);
  }, [data, entered]);
  useEffect(() => {
    if (problem?.code === "account_needed") onNew();
    else if (problem && [403, 404, 410, 422].includes(problem.status)) onRefused(problem);
  }, [problem, onNew, onRefused]);
  return (
    <Page title={w.title}>
      {problem ? (
        <div className="trouble" role="alert">
          <ProblemWords problem={problem} />
          <p><button type="button" className="button" onClick={() => void used.refetch()}>{w.goOn}</button></p>
        </div>
      ) : <Waiting words={w.checking} />}
    </Page>
  );
}

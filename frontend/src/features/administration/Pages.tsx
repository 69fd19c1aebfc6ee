import type { ReactNode } from "react";
import { Problem } from "@/lib/problem";
import { NotAllowed } from "@/space/kit/States";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";

interface PagesProps {
  query: { data: unknown; isPending: boolean; error: unknown; refetch: () => unknown };
  waiting: string;
  children: ReactNode;
}

/** A list read page after page, in all its states. */
export function Pages({ query, waiting, children }: PagesProps) {
  if (query.data !== undefined) return <>{children}</>;
  if (query.isPending) return <Waiting words={waiting} />;
  if (query.error instanceof Problem && query.error.status === 403) return <NotAllowed />;
  return <Failure error={query.error} onRetry={() => void query.refetch()} />;
}

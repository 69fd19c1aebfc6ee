import { patch, post } from "@/api/write";
import { useRequestName } from "@/space/kit/useRequestName";
import { loanPath, tag, type Direction, type Loan, type Report } from "./calls";
import { changedLines, linesOf, type Draft } from "./report";

/** Sends a report as it is written: made where there is none yet, changed where there is. Sent again, it is done once. */
export function useReportSending({ id, units }: Loan, direction: Direction) {
  const { nameOf } = useRequestName();
  const save = async (report: Report | undefined, draft: Draft): Promise<Report> => {
    const remarks = draft.remarks.trim() || null;
    if (!report) {
      const body = { direction, on: draft.on, remarks, lines: linesOf(units, draft) };
      return post<Report>(`${loanPath(id)}/condition-reports`, body, nameOf(body));
    }
    const lines = changedLines(units, draft, report);
    if (lines.length === 0 && remarks === report.remarks) return report;
    return (await patch<Report>(`/condition-reports/${report.id}`, { ...(lines.length > 0 && { lines }), ...(remarks !== report.remarks && { remarks }) }, tag(report))).data;
  };
  return { save };
}

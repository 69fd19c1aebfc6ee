import type { Day } from "@/lib/dates";
import { Dialogue } from "@/space/kit/Dialogue";
import type { PlannedBlock } from "./calls";
import { LoanDates } from "./LoanDates";
import type { Names } from "./naming";
import { NewBlock } from "./NewBlock";
import { OwnBlock } from "./OwnBlock";
import type { Row } from "./timeline";

/** What was opened: a block, or free days of a unit; with the days that were dragged out, or its own. */
export interface Opened {
  row: Row;
  block: PlannedBlock | null;
  from: Day;
  to: Day;
  isDragged: boolean;
}

export interface OpenedProps {
  opened: Opened;
  names: Names;
  onClose: () => void;
}

/** What one opened on the planning, over it: read, changed, or kept for oneself. */
export function OpenedDialogue({ opened, names, onClose }: { opened: Opened | null; names: Names; onClose: () => void }) {
  return (
    <Dialogue opened={opened !== null} onClose={onClose} title={opened ? titleOf(opened, names) : ""}>
      {opened && <Content opened={opened} names={names} onClose={onClose} />}
    </Dialogue>
  );
}

function titleOf({ row, block }: Opened, { w, lending, brief }: Names): string {
  if (!block) return w.newTitle(row.item.title);
  if (block.loan_id) return w.loanTitle(brief(block)?.number ?? null, row.item.title);
  return w.ownTitle(lending.block[block.kind], row.item.title);
}

function Content(props: OpenedProps) {
  const { block } = props.opened;
  if (!block) return <NewBlock {...props} />;
  return block.loan_id ? <LoanDates {...props} loan={block.loan_id} /> : <OwnBlock {...props} block={block} />;
}

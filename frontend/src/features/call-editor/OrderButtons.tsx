import { announce } from "@/lib/announce";
import { useFormWords } from "./formWords";

interface OrderButtonsProps {
  /** What is moved, as it is read out. */
  what: string;
  /** Its place, from 0, among so many. */
  place: number;
  count: number;
  /** Ends of a list that one may go beyond: from the first of a section to the section before. */
  beyond?: { up: boolean; down: boolean };
  onMove: (by: -1 | 1) => void;
}

/** Up and down. Focus stays on the button that was pressed; where the thing is now is read out. */
export function OrderButtons({ what, place, count, beyond, onMove }: OrderButtonsProps) {
  const { w } = useFormWords();
  const canUp = place > 0 || Boolean(beyond?.up);
  const canDown = place < count - 1 || Boolean(beyond?.down);
  const go = (by: -1 | 1) => {
    if (by === -1 ? !canUp : !canDown) return;
    onMove(by);
    announce(by === -1 ? w.movedUp(what) : w.movedDown(what));
  };
  return (
    <span className="call-order">
      <button type="button" className="call-order__button" aria-label={w.up(what)} aria-disabled={!canUp} onClick={() => go(-1)}>↑</button>
      <button type="button" className="call-order__button" aria-label={w.down(what)} aria-disabled={!canDown} onClick={() => go(1)}>↓</button>
    </span>
  );
}

import { Umbel } from "@/identity/Umbel";
import "./still.css";

/** A bare flower for what is not there: no page, no event, nothing that day. */
export function LostFlower({ bloom = "other" }: { bloom?: string }) {
  return <div className="still still--lost"><Umbel seed="nothing-here" traits={{ rays: 3, florets: 3, stature: 0.5 }} bloom={bloom} /></div>;
}

/** Waiting, in words, beside a still flower. */
export function Waiting({ words }: { words: string }) {
  return (
    <p className="still still--waiting" role="status">
      <span className="still__flower"><Umbel seed="soon" traits={{ rays: 5, florets: 5, stature: 0.6 }} bloom="science_society" /></span>
      {words}
    </p>
  );
}

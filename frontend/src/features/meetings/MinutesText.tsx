import { unbroken } from "@/lib/text";
import { minutesBlocks } from "./minutesText";

/** The same text, whose hours (« 14 h 05 ») stay on one line. */
const kept = (text: string): string => unbroken(text).replaceAll(/(\d) h(?: (\d\d)\b)?/g, (_, hour: string, minutes?: string) => `${hour}\u00a0h${minutes ? `\u00a0${minutes}` : ""}`);

/** Minutes as they read: a line that begins with « # » is a heading, those with « — » make a list. Nothing else is markup. */
export function MinutesText({ text }: { text: string }) {
  return (
    <div className="meetings__text">
      {minutesBlocks(text).map((block, place) => {
        if (block.kind === "heading") return <h3 key={place}>{kept(block.text)}</h3>;
        if (block.kind === "list") return <ul key={place}>{block.points.map((point, at) => <li key={at}>{kept(point)}</li>)}</ul>;
        return <p key={place}>{kept(block.text)}</p>;
      })}
    </div>
  );
}

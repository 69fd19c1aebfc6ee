import { unbroken } from "@/lib/text";
import { minutesBlocks } from "./minutesText";

/** Minutes as they read: a line that begins with « # » is a heading, those with « — » make a list. Nothing else is markup. */
export function MinutesText({ text }: { text: string }) {
  return (
    <div className="meetings__text">
      {minutesBlocks(text).map((block, place) => {
        if (block.kind === "heading") return <h3 key={place}>{unbroken(block.text)}</h3>;
        if (block.kind === "list") return <ul key={place}>{block.points.map((point, at) => <li key={at}>{unbroken(point)}</li>)}</ul>;
        return <p key={place}>{unbroken(block.text)}</p>;
      })}
    </div>
  );
}

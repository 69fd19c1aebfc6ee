import { useState, type DragEvent } from "react";

const KIND = "application/x-ombelle-field";

interface Drag {
  /** For what one takes hold of. */
  handle: { draggable: true; onDragStart: (event: DragEvent) => void };
  /** For what it may be dropped on: above or below it, by the half that one is over. */
  target: { onDragOver: (event: DragEvent) => void; onDragLeave: () => void; onDrop: (event: DragEvent) => void; "data-drop": "above" | "below" | undefined };
}

const halfOf = (event: DragEvent): "above" | "below" => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? "above" : "below";
};

/** Fields are put in order with a mouse too; buttons do the same for everybody. */
export function useDrag(id: string, onDropped: (id: string, half: "above" | "below") => void): Drag {
  const [half, setHalf] = useState<"above" | "below">();
  return {
    handle: {
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData(KIND, id);
        event.dataTransfer.effectAllowed = "move";
        const card = event.currentTarget.closest("li");
        if (card) event.dataTransfer.setDragImage(card, 20, 20);
      },
    },
    target: {
      "data-drop": half,
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(KIND)) return;
        event.preventDefault();
        setHalf(halfOf(event));
      },
      onDragLeave: () => setHalf(undefined),
      onDrop: (event) => {
        const dropped = event.dataTransfer.getData(KIND);
        setHalf(undefined);
        if (!dropped) return;
        event.preventDefault();
        if (dropped !== id) onDropped(dropped, halfOf(event));
      },
    },
  };
}

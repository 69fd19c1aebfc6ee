import { Autocomplete } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type RefObject } from "react";
import { itemsLike } from "./calls";
import { useRequestWords } from "./words";

interface AddItemProps {
  /** Slugs of what is in the request already. */
  without: readonly string[];
  onAdd: (slug: string, title: string) => void;
  field: RefObject<HTMLInputElement | null>;
}

/** One more item, by its title: those of the catalogue that sound alike, and are asked for here, are proposed. */
export function AddItem({ without, onAdd, field }: AddItemProps) {
  const { w } = useRequestWords();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed);
  const query = useQuery(itemsLike(asked));
  const found = asked.trim().length < 2 ? [] : (query.data ?? []).filter(({ slug, handling }) => handling === "handled_here" && !without.includes(slug));
  // Two may have one title: whose they are tells them apart.
  const labelOf = ({ title, owner }: (typeof found)[number]) => (owner.id ? `${title} (${owner.name})` : title);
  const choose = (label: string) => {
    const chosen = found.find((each) => labelOf(each) === label);
    if (!chosen) return;
    onAdd(chosen.slug, chosen.title);
    setTyped("");
  };
  const isNone = asked.trim().length >= 2 && query.isSuccess && !query.isPlaceholderData && found.length === 0;
  return (
    <div>
      <Autocomplete
        ref={field} className="request__add" label={w.add} description={w.addHint} value={typed} autoComplete="off" spellCheck={false} maxLength={200}
        data={[...new Set(found.map(labelOf))]} filter={({ options }) => options} onOptionSubmit={choose}
        // Choosing writes the whole label too: that is no typing.
        onChange={(text) => { if (!found.some((each) => labelOf(each) === text)) setTyped(text); }}
      />
      <p className="soft" role="status">{isNone ? w.addNone : ""}</p>
    </div>
  );
}

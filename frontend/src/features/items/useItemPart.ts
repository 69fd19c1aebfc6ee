import { useQueryClient } from "@tanstack/react-query";
import { useVersions, type Version } from "@/space/kit/versions";
import { item as itemQuery, type Item } from "./calls";

interface ItemPart<B> {
  /** The item as it was when the form opened. */
  item: Item;
  /** What of an item the form writes; nothing where that is no more. */
  bodyOf: (item: Item) => B | null;
  tagOf: (item: Item) => string;
  save: (changed: Partial<B>, etag: string | null) => Promise<unknown>;
  onSaved: (isNew: boolean) => void;
}

/** A form over a part of an item, on the version that it was opened with: photographs, formats and the sheet share the item's. */
export function useItemPart<B extends object>({ item, bodyOf, tagOf, save, onSaved }: ItemPart<B>) {
  const client = useQueryClient();
  const version = (now: Item): Version<B> => ({ body: bodyOf(now) ?? ({} as B), etag: tagOf(now) });
  const readAgain = async () => version(await client.fetchQuery({ ...itemQuery(item.id), staleTime: 0 }));
  return useVersions<B>({
    first: version(item),
    save: async (changed, _whole, etag) => {
      await save(changed, etag);
      return readAgain();
    },
    readAgain,
    onSaved: async (_now, isNew) => {
      if (isNew) await client.invalidateQueries({ queryKey: ["items"] });
      onSaved(isNew);
    },
  });
}

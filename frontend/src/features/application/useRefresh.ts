import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { keyOf } from "./calls";

/** Reads the application again with all that hangs on it, its lines in lists, and what waits for one. */
export function useRefresh(id: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries({ queryKey: ["applications"] });
    void client.invalidateQueries({ queryKey: ["waiting"] });
    await client.invalidateQueries({ queryKey: keyOf(id) });
  }, [client, id]);
}

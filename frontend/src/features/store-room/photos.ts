/** Photos that leave with a report, one after the other; what did not go waits, and is sent again under the same name. */
import { useCallback, useRef, useState } from "react";
import { sendForm } from "@/api/upload";
import { newName } from "@/lib/names";
import { Problem } from "@/lib/problem";
import type { Report } from "./calls";

export const TYPES = ["image/jpeg", "image/png", "image/webp"];
/** What the API takes of one photo. */
export const LARGEST = 10 * 1024 * 1024;
/** Larger than this, a photo is drawn smaller before it leaves: a telephone's network is slow, and a scratch shows as well. */
const SMALL = 1_500_000;
/** Larger than this, drawing it would fill a telephone's memory. */
const LARGEST_DRAWN = 30 * 1024 * 1024;
const LONGEST_SIDE = 2400;

export interface QueuedPhoto {
  /** Names the request. */
  key: string;
  unit: string;
  file: File;
  sent: number;
  state: "waiting" | "sending" | "failed";
}

export type Refusal = { file: File; why: "too_large" | "no_photo" };

/** The same photo, not larger than what is looked at. What cannot be drawn stays as it is: the API says what it thinks of it. */
async function shrunk(file: File): Promise<File> {
  if (file.size <= SMALL || file.size > LARGEST_DRAWN) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, "image/jpeg", 0.85); });
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}

/** Whether a file may leave at all, told before anything is sent. */
export function refusalOf(file: File): Refusal | null {
  if (!TYPES.includes(file.type)) return { file, why: "no_photo" };
  return file.size > LARGEST_DRAWN ? { file, why: "too_large" } : null;
}

export function usePhotoQueue() {
  const [queue, setShown] = useState<readonly QueuedPhoto[]>([]);
  const now = useRef(queue);
  const set = useCallback((change: (before: readonly QueuedPhoto[]) => readonly QueuedPhoto[]) => {
    now.current = change(now.current);
    setShown(now.current);
  }, []);
  const mark = useCallback((key: string, part: Partial<QueuedPhoto>) => set((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each))), [set]);
  const drop = useCallback((key: string) => set((before) => before.filter((each) => each.key !== key)), [set]);
  const clear = useCallback(() => set(() => []), [set]);

  /** Adds photos of a unit; gives those that may not leave. */
  const add = useCallback(async (unit: string, files: readonly File[]): Promise<Refusal[]> => {
    const refused: Refusal[] = [];
    for (const file of files) {
      const refusal = refusalOf(file);
      const small = refusal ? file : await shrunk(file);
      if (refusal) refused.push(refusal);
      else if (small.size > LARGEST) refused.push({ file, why: "too_large" });
      else set((before) => [...before, { key: newName(), unit, file: small, sent: 0, state: "waiting" }]);
    }
    return refused;
  }, [set]);

  /** Sends what waits, and gives the report as it is then. A photo that the API refuses leaves the queue, with why. */
  const send = useCallback(async (report: Report): Promise<{ report: Report; refused: { name: string; problem: Problem }[] }> => {
    let last = report;
    const refused: { name: string; problem: Problem }[] = [];
    for (const { key, unit, file } of now.current.filter(({ state }) => state !== "sending")) {
      mark(key, { state: "sending", sent: 0 });
      try {
        last = await sendForm<Report>(`/condition-reports/${report.id}/photos`, { unit_id: unit }, file, { key, onProgress: (sent) => mark(key, { sent }) });
        drop(key);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const isForGood = error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429;
        if (isForGood) {
          drop(key);
          refused.push({ name: file.name, problem: error });
        } else {
          mark(key, { state: "failed" });
        }
      }
    }
    return { report: last, refused };
  }, [drop, mark]);

  /** How many are left, read at once: what is shown follows. */
  const left = useCallback(() => now.current.length, []);
  return { queue, add, drop, clear, send, left };
}

export type PhotoQueue = ReturnType<typeof usePhotoQueue>;

import { Part } from "@/space/kit/Page";
import type { Definition } from "./definition";
import { FormOutline } from "./FormOutline";
import { useFormWords } from "./formWords";
import { usePublishWords } from "./publishWords";

export function FormPreview({ form }: { form: Definition }) {
  const { w } = useFormWords();
  const { w: words } = usePublishWords();
  return <Part title={w.views.preview}><p>{words.outlineLead}</p><FormOutline form={form} /></Part>;
}

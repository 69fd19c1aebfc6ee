import { lazy, Suspense } from "react";
import { Part } from "@/space/kit/Page";
import { Waiting } from "@/ui/LostFlower";
import type { Definition } from "./definition";
import { useFormWords } from "./formWords";
import { usePublishWords } from "./publishWords";

/** All that a holder answers with: it comes when one looks, for it is as heavy as the editor. */
const FormTrial = lazy(async () => ({ default: (await import("@/space/FormTrial")).FormTrial }));

/** The form as holders see it: one may answer to try its conditions. */
export function FormPreview({ form }: { form: Definition }) {
  const { w } = useFormWords();
  const { w: words } = usePublishWords();
  return (
    <Part title={w.views.preview}>
      <p>{words.previewLead}</p>
      {form.sections.length === 0 ? <p className="soft">{w.empty}</p> : <Suspense fallback={<Waiting words={w.loading} />}><FormTrial form={form} /></Suspense>}
    </Part>
  );
}

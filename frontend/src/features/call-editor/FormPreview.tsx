import { Part } from "@/space/kit/Page";
import { FormTrial } from "@/space/FormTrial";
import type { Definition } from "./definition";
import { useFormWords } from "./formWords";
import { usePublishWords } from "./publishWords";

/** The form as holders see it: one may answer to try its conditions. */
export function FormPreview({ form }: { form: Definition }) {
  const { w } = useFormWords();
  const { w: words } = usePublishWords();
  return (
    <Part title={w.views.preview}>
      <p>{words.previewLead}</p>
      {form.sections.length === 0 ? <p className="soft">{w.empty}</p> : <FormTrial form={form} />}
    </Part>
  );
}

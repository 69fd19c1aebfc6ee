/** Forms for tests. */
import { newField, type Definition, type Field } from "./definition";

export const field = (id: string, part: Partial<Field> = {}): Field => ({ ...newField(id, "text", id), ...part });
export const form = (sections: Record<string, Field[]>): Definition => ({ sections: Object.entries(sections).map(([id, fields]) => ({ id, title: id, help: "", condition: null, fields })) });
export const shape = ({ sections }: Definition) => Object.fromEntries(sections.map(({ id, fields }) => [id, fields.map((each) => each.id).join(" ")]));

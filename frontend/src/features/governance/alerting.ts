/** The sentence of an alert, from its code and its facts. */
import type { Lang } from "@/lib/i18n";
import { memberWord, type MemberWords } from "@/programme/memberWords";
import { formatDate } from "@/space/kit/moments";
import type { Alert } from "./calls";
import type { GovernanceWords } from "./words";

export function alertSentence({ code, due_on: due, posts, about }: Alert, w: Pick<GovernanceWords, "alert" | "posts">, words: MemberWords, lang: Lang): string {
  const day = (known: string | null | undefined) => (known ? formatDate(known, lang) : "");
  return w.alert[code]({
    count: about.count ?? 0, limit: about.limit ?? 0, share: about.share ?? "", halves: about.halves ?? [], group: about.group ?? 0, name: about.name ?? "",
    posts: w.posts(posts), roles: (about.roles ?? []).map((role) => memberWord(words, "office", role).toLocaleLowerCase(lang)), since: day(about.since), due: day(due),
  });
}

import { describe, expect, it } from "vitest";
import { MEMBER_WORDS } from "@/programme/memberWords";
import { alertSentence } from "./alerting";
import { EN_ALERTS, FR_ALERTS, postsIn } from "./alertWords";
import type { Alert } from "./calls";

const none: Omit<Alert, "code"> = { severity: "urgent", due_on: null, posts: [], member: null, about: {} };
type Told = Partial<Alert> & Pick<Alert, "code">;
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const french = (alert: Told) => plain(alertSentence({ ...none, ...alert }, { alert: FR_ALERTS, posts: postsIn.fr }, MEMBER_WORDS.fr, "fr"));
const english = (alert: Told) => plain(alertSentence({ ...none, ...alert }, { alert: EN_ALERTS, posts: postsIn.en }, MEMBER_WORDS.en, "en"));

describe("the sentence of an alert", () => {
  it("names days, posts and offices in the reader's language", () => {
    const ending: Told = { code: "term_ending", due_on: "2027-05-06", posts: [1, 3], about: { group: 1 } };
    expect(french(ending)).toBe("Des mandats finissent vers le 6 mai 2027 : groupe 1, sièges 1, 3.");
    expect(english(ending)).toBe("Terms end about 6 May 2027: group 1, seats 1, 3.");
    expect(english({ code: "office_vacant", about: { roles: ["president", "treasurer"] } })).toBe("Required offices are vacant: president, treasurer.");
  });
  it("tells offices that came to their end from a board that was renewed", () => {
    expect(french({ code: "bureau_to_renew", about: { since: "2023-05-04", roles: ["president"] } })).toBe("Le conseil a été renouvelé le 4 mai 2023 : il doit élire le nouveau bureau.");
    expect(french({ code: "offices_expired", due_on: "2025-01-14", about: { roles: ["president"] } })).toBe("Une fonction du bureau devait finir le 14 janvier 2025 : présidence. Le conseil doit élire son bureau.");
  });
  it("has one for each code in both languages, with nothing left out", () => {
    const about: Alert["about"] = { count: 4, limit: 10, share: "1/4", halves: [9, 7], group: 2, roles: ["secretary"], since: "2023-05-04", name: "Labo" };
    const all = (Object.keys(FR_ALERTS) as Alert["code"][]).flatMap((code) => [french({ code, due_on: "2027-05-06", posts: [7], about }), english({ code, due_on: "2027-05-06", posts: [7], about })]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((sentence) => /undefined|null|: \./.test(sentence))).toEqual([]);
  });
});

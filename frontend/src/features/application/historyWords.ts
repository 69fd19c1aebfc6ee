import { spaceWords } from "@/space/kit/words";

export const useHistoryWords = spaceWords(
  {
    title: "Historique", none: "Rien encore.", more: "Voir ce qui précède", by: { holder: "le porteur", coordination: "la coordination", machine: "automatique", committee: "le comité" } as Record<string, string>, byMe: "vous", labels: {} as Record<string, string>,
    changes: (n: number) => (n < 2 ? "Voir ce qui a changé" : `Voir les ${n} changements`), before: "Avant", after: "Après", empty: "Vide", removed: "retiré :", added: "ajouté :", audience: { committee: "Vu du comité et de la coordination", staff: "Vu de la coordination seule" } as Record<string, string>,
  },
  {
    title: "History", none: "Nothing yet.", more: "See what came before", by: { holder: "the holder", coordination: "the coordination", machine: "automatic", committee: "the committee" }, byMe: "you",
    labels: {
      begun: "Application begun", renewed: "Taken up from a former edition", edited: "Application changed", submitted: "Application submitted", withdrawn: "Application withdrawn", discarded: "Draft put away", incomplete_at_closing: "Not submitted at the closing: incomplete", access_code_used: "Access code used",
      party_invited: "Somebody invited to take part", party_changed: "Role changed", party_removed: "Somebody removed", party_accepted: "Invitation accepted", party_refused: "Invitation declined", transfer_offered: "Transfer offered", transfer_taken_back: "Transfer taken back", transfer_accepted: "Transfer accepted", transfer_declined: "Transfer declined",
      changes_requested: "Changes requested", resubmitted: "Changes sent", draft_reminded: "Reminder sent", review_started: "Examination begun", decided: "Decision made",
    },
    changes: (n) => (n === 1 ? "See what has changed" : `See the ${n} changes`), before: "Before", after: "After", empty: "Empty", removed: "removed:", added: "added:", audience: { committee: "Seen by the committee and the coordination", staff: "Seen by the coordination alone" },
  },
);

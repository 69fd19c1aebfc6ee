import { spaceWords } from "@/space/kit/words";

export const useBudgetWords = spaceWords(
  {
    title: "Budget", none: "Aucun budget n’est encore écrit.", expenses: "Dépenses", income: "Recettes", what: "Poste", amount: "Montant", total: "Total :", noLine: "Aucune ligne.", unnamed: "Sans nom", notSaid: "Non indiqué",
    requested: "Soutien demandé", granted: "Montant accordé", balance: "Équilibre", balanced: "Dépenses et recettes s’équilibrent, soutien demandé compris.", missing: (amount: string) => `Il manque ${amount} de recettes, soutien demandé compris.`, tooMuch: (amount: string) => `Les recettes dépassent les dépenses de ${amount}, soutien demandé compris.`,
  },
  {
    title: "Budget", none: "No budget is written yet.", expenses: "Expenses", income: "Income", what: "Item", amount: "Amount", total: "Total:", noLine: "No line.", unnamed: "Unnamed", notSaid: "Not given",
    requested: "Support asked for", granted: "Amount granted", balance: "Balance", balanced: "Expenses and income meet, with the support asked for.", missing: (amount) => `${amount} of income is missing, with the support asked for.`, tooMuch: (amount) => `Income exceeds expenses by ${amount}, with the support asked for.`,
  },
);

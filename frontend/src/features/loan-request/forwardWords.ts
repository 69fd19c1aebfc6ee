import { spaceWords } from "@/space/kit/words";

export const useForwardWords = spaceWords(
  {
    title: "Transmettre une demande", lead: (title: string, owner: string) => `« ${title} » est prêté par ${owner}. Nous lui envoyons votre demande par courriel, elle vous répond directement.`,
    when: "Quand ?", past: "Ces dates sont déjà passées.",
    where: "Pour qui et où ?",
    contactTitle: "Qui attend la réponse ?", contactText: "Cette personne reçoit une copie de la demande. Son nom et son adresse sont donnés à la structure qui prête l’outil.", contactName: "Prénom et nom", contactEmail: "Adresse électronique", contactNeeded: "Écrivez le nom de la personne qui attend la réponse.", emailNeeded: "Écrivez l’adresse à laquelle répondre.",
    send: "Transmettre la demande", loading: "La fiche de l’outil arrive…",
    unknownTitle: "Cet outil n’est pas au catalogue.", unknownText: "Il a été retiré, ou son adresse a changé.", elsewhere: "Cet outil ne se demande pas par cette page : sa fiche dit comment l’emprunter.", sheet: "Voir la fiche de l’outil", catalogue: "Voir le catalogue",
    noOrganisation: "On emprunte au nom d’une structure : rejoignez la vôtre, ou créez-la, puis revenez à cette page.",
    sentTitle: "Votre demande est transmise", sentLead: (owner: string, title: string) => `Nous envoyons à ${owner} votre demande pour « ${title} ».`, next: "Et maintenant ?",
    steps: (owner: string, email: string) => [`Une copie part à ${email}.`, `${owner} vous répond par courriel, à cette adresse : rien n’est réservé tant que la réponse n’est pas venue.`, "Sans réponse au bout d’une semaine, appelez ou écrivez : le contact est sur la fiche de l’outil."],
    dates: "Dates", place: "Lieu", answered: "Réponse à", back: "Mes prêts",
  },
  {
    title: "Forward a request", lead: (title, owner) => `“${title}” is lent by ${owner}. We send them your request by mail, and they answer you directly.`,
    when: "When?", past: "These dates are past.",
    where: "For whom and where?",
    contactTitle: "Who waits for the answer?", contactText: "They get a copy of the request. Their name and address are given to the organisation that lends the item.", contactName: "Name", contactEmail: "E-mail address", contactNeeded: "Write the name of whoever waits for the answer.", emailNeeded: "Write the address to answer to.",
    send: "Forward the request", loading: "The item’s sheet is coming…",
    unknownTitle: "This item is not in the catalogue.", unknownText: "It was withdrawn, or its address has changed.", elsewhere: "This item is not asked for on this page: its sheet says how to borrow it.", sheet: "See the item’s sheet", catalogue: "See the catalogue",
    noOrganisation: "One borrows for an organisation: join yours, or create it, then come back to this page.",
    sentTitle: "Your request is forwarded", sentLead: (owner, title) => `We are sending ${owner} your request for “${title}”.`, next: "What now?",
    steps: (owner, email) => [`A copy goes to ${email}.`, `${owner} will answer by mail, at this address: nothing is kept for you until they have.`, "Without an answer after a week, call or write: the contact is on the item’s sheet."],
    dates: "Dates", place: "Place", answered: "Answer to", back: "My loans",
  },
);

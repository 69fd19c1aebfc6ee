import { useWords, type Lang } from "@/lib/i18n";

const fr = {
  title: "Pour les programmes", lead: "Votre site, votre agenda, votre tableur peuvent lire le programme, et tenir votre fiche et vos événements. Voici comment, en dix minutes.", contents: "Sur cette page",
  readTitle: "Lire le programme : sans rien demander", readText: "Tout l’agenda est public. Une adresse, une réponse en JSON, les mêmes filtres que sur le site.",
  readMore: "Pour tenir une copie à jour, demandez les changements depuis votre dernière lecture : gardez « next », redonnez-le dans « since ».",
  tokenTitle: "Agir pour votre structure : un jeton", tokenText: "Dans votre espace, page « Jetons » : donnez un nom au programme, cochez ce qu’il peut faire, choisissez jusqu’à quand. Le jeton n’est montré qu’une fois ; gardez-le hors de votre code.", tokenLink: "Faire un jeton",
  tokenRule: "Un jeton appartient à une structure et n’en sort pas. Il ne dépasse jamais ce que peut un éditeur, s’arrête à sa date, ou dès que vous l’arrêtez, ou dès que la personne qui l’a fait quitte la structure.",
  callTitle: "Un premier appel", callText: "Le jeton va dans l’en-tête Authorization. Avec curl :", callPython: "En Python, avec httpx :",
  scopesTitle: "Ce qu’un jeton peut permettre", scope: "Portée", allows: "Ce qu’elle ouvre", scopesFailed: "La liste n’a pas pu être lue. Elle est aussi à l’adresse /api/v1/scopes.", scopesLoading: "La liste arrive…",
  changeTitle: "Modifier sans écraser", changeText: "Chaque fiche lue porte un en-tête ETag. Redonnez-le dans If-Match avec un PATCH : si quelqu’un a enregistré entre-temps, la réponse est 412, avec les deux versions, et rien n’est perdu. Sans If-Match, la réponse est 428.",
  pagesTitle: "Les listes et leur suite", pagesText: "Une liste répond « items » et « next ». Tant que « next » n’est pas nul, redonnez-le tel quel dans « after ». C’est un repère opaque : ne le fabriquez pas.",
  errorsTitle: "Les erreurs disent quoi faire", errorsText: "Toute erreur suit la RFC 9457 (application/problem+json) : « code » est stable et fait pour votre programme, « detail » est une phrase pour une personne, « errors » pointe chaque champ. Citez « request_id » si vous nous écrivez.",
  status: "Réponse", meaning: "Ce que cela veut dire",
  statuses: [["401", "Le jeton est inconnu, fini ou arrêté."], ["403", "Le jeton ne permet pas cela : « scope_missing » nomme la portée."], ["404", "Cela n’existe pas, ou n’est pas à votre structure."], ["410", "C’est parti ; la réponse dit où, quand il y a une suite."], ["412, 428", "La fiche a changé depuis votre lecture, ou vous n’avez pas dit laquelle vous modifiez."], ["422", "Un champ ou un filtre n’est pas bon : « errors » dit lequel."], ["429", "Trop d’appels : attendez le nombre de secondes de Retry-After."], ["502, 503", "Une panne passagère : réessayez, de plus en plus lentement."]] as [string, string][],
  limitsTitle: "Les limites", limits: ["Une liste rend au plus 300 rendez-vous d’un coup.", "Les lectures publiques portent un ETag : renvoyez-le dans If-None-Match, et une réponse inchangée (304) ne coûte rien.", "Les instants portent le décalage du lieu : 2027-10-02T14:30:00+02:00. N’en changez pas le fuseau pour l’afficher.", "Un champ que vous ne connaissez pas peut apparaître : ignorez-le. Aucun ne disparaît sans prévenir."],
  docsTitle: "Tout le reste", docsText: "Chaque adresse, chaque champ, chaque réponse :", docs: "la documentation de l’API", openapi: "et le fichier OpenAPI", copy: "Copier", copied: "Copié",
  exampleRead: "Exemple : lire l’agenda", exampleChanges: "Exemple : suivre ce qui change", exampleCurl: "Exemple : premier appel, avec curl", examplePython: "Exemple : premier appel, en Python", exampleChange: "Exemple : modifier, en Python", exampleError: "Exemple : une erreur",
};
type Words = typeof fr;

const en: Words = {
  title: "For programs", lead: "Your website, your calendar, your spreadsheet can read the programme, and keep your organisation’s page and events. Here is how, in ten minutes.", contents: "On this page",
  readTitle: "Reading the programme: nothing to ask for", readText: "The whole agenda is public. One address, an answer in JSON, the same filters as on the site.",
  readMore: "To keep a copy up to date, ask for what changed since your last reading: keep “next”, give it back in “since”.",
  tokenTitle: "Acting for your organisation: a token", tokenText: "In your space, page “Tokens”: name the program, tick what it may do, choose until when. The token is shown once only; keep it out of your code.", tokenLink: "Make a token",
  tokenRule: "A token belongs to one organisation and never leaves it. It never goes beyond what an editor may do, ends on its day, or when you end it, or when the person who made it leaves the organisation.",
  callTitle: "A first call", callText: "The token goes in the Authorization header. With curl:", callPython: "In Python, with httpx:",
  scopesTitle: "What a token may allow", scope: "Scope", allows: "What it opens", scopesFailed: "The list could not be read. It is also at /api/v1/scopes.", scopesLoading: "The list is coming…",
  changeTitle: "Changing without overwriting", changeText: "Everything read carries an ETag header. Give it back in If-Match with a PATCH: if someone saved in between, the answer is 412, with both versions, and nothing is lost. Without If-Match, the answer is 428.",
  pagesTitle: "Lists and what follows", pagesText: "A list answers “items” and “next”. As long as “next” is not null, give it back as it is in “after”. It is an opaque mark: do not make one.",
  errorsTitle: "Errors say what to do", errorsText: "Every error follows RFC 9457 (application/problem+json): “code” is stable and meant for your program, “detail” is a sentence (in French) for a person, “errors” points at each field. Quote “request_id” if you write to us.",
  status: "Answer", meaning: "What it means",
  statuses: [["401", "The token is unknown, expired or ended."], ["403", "The token does not allow this: “scope_missing” names the scope."], ["404", "It does not exist, or is not your organisation’s."], ["410", "It is gone; the answer says where to, when it went somewhere."], ["412, 428", "It changed since you read it, or you did not say which version you change."], ["422", "A field or a filter is wrong: “errors” says which."], ["429", "Too many calls: wait for the seconds of Retry-After."], ["502, 503", "A passing fault: try again, slower and slower."]],
  limitsTitle: "Limits", limits: ["A list gives at most 300 events at once.", "Public reads carry an ETag: send it back in If-None-Match, and an unchanged answer (304) costs nothing.", "Instants carry the offset of the place: 2027-10-02T14:30:00+02:00. Do not change their zone to show them.", "A field that you do not know may appear: ignore it. None disappears without notice."],
  docsTitle: "All the rest", docsText: "Every address, every field, every answer:", docs: "the documentation of the API", openapi: "and the OpenAPI file", copy: "Copy", copied: "Copied",
  exampleRead: "Example: reading the agenda", exampleChanges: "Example: following what changes", exampleCurl: "Example: a first call, with curl", examplePython: "Example: a first call, in Python", exampleChange: "Example: changing, in Python", exampleError: "Example: an error",
};

export function useDeveloperWords(): { w: Words; lang: Lang } {
  const { lang } = useWords();
  return { w: lang === "en" ? en : fr, lang };
}

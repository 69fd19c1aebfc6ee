import { formatSpan } from "../dates";
import { count } from "../text";

const rendezvous = (n: number) => count(n, "rendez-vous", "rendez-vous");

/** Every word the public face says, in French. `en.ts` has the same shape. */
export const fr = {
  site: {
    skip: "Aller au contenu", agenda: "Agenda", schools: "Classes", borrow: "Emprunter", borrowLong: "Emprunter une exposition", calls: "Participer", callsLong: "Appels à projets", home: "Accueil", nav: "Navigation principale",
    foot: "La Fête de la science et la culture scientifique, près de chez vous.",
    footMark: (n: number, region: string) => `Une ombelle à ${n} rayons : un par département des ${region}.`,
    footMarkOther: (n: number, region: string) => `Une ombelle à ${n} rayons : un par département (${region}).`,
    language: "English", languageHint: "Read this site in English", programmers: "Pour les programmes", association: "L’association", directory: "L’annuaire des structures",
    space: "Mon espace", personalData: "Données personnelles",
  },
  home: {
    title: "La science est dans le coin.",
    counted: (events: number, communes: number, region: string, dates: string) =>
      `${rendezvous(events)} dans ${count(communes, "commune", "communes")} (${region}), ${dates}.`,
    countedHdf: (events: number, communes: number, region: string, dates: string) =>
      `${rendezvous(events)} dans ${count(communes, "commune", "communes")} des ${region}, ${dates}.`,
    quiet: "Le prochain programme n’est pas encore en fleur. Revenez bientôt.",
    meadow: "Le pré du programme : chaque fleur est un rendez-vous",
    meadowHelp: "Chaque fleur est un rendez-vous : ses rayons sont ses séances, sa couleur son thème, sa taille sa durée.",
    meadowKeys: "Passez d’une fleur à l’autre avec les flèches du clavier.",
    next: "Les premiers rendez-vous", all: "Voir tout l’agenda", schoolsTitle: "Une classe à emmener ?",
    schoolsText: "Ateliers, visites et rencontres qui accueillent les groupes scolaires, avec le niveau et la façon de réserver.",
    schoolsLink: "Voir ce qui accueille les classes", departments: "Par département",
  },
  search: {
    what: "Quoi ?", whatHint: "Robots, étoiles, chimie…", where: "Où ?", whereHint: "Une commune", when: "Quand ?", submit: "Chercher",
    label: "Chercher un rendez-vous", anytime: "N’importe quand", today: "Aujourd’hui", weekend: "Ce week-end", edition: "Pendant la Fête",
    dates: "Choisir les dates", from: "Du", to: "au", around: "Autour de moi", aroundBusy: "Je cherche où vous êtes…",
    aroundRefused: "Position refusée par le navigateur : écrivez plutôt le nom d’une commune.", radius: "Dans un rayon de",
    noCommune: "Aucune commune de ce nom ici.", clearPlace: "Effacer le lieu",
    suggestions: "Communes proposées", communeCount: (n: number) => rendezvous(n),
    found: (n: number) => (n === 0 ? "Aucune commune trouvée" : count(n, "commune proposée", "communes proposées")),
    km: (n: number) => `${n}\u00a0km`,
  },
  agenda: {
    title: "L’agenda", results: (n: number) => rendezvous(n), resultsNone: "Aucun rendez-vous", filters: "Filtres", filterBy: "Filtrer les rendez-vous",
    show: (n: number) => (n === 0 ? "Aucun rendez-vous : fermer" : `Afficher ${rendezvous(n)}`), active: "Filtres choisis",
    remove: (label: string) => `Retirer le filtre ${label}`, clear: "Tout effacer", more: "Voir la suite", moreBusy: "La suite arrive…",
    shown: (shown: number, total: number) => `${shown} sur ${total}`, loading: "Les fleurs s’ouvrent…", loadingFacets: "Les filtres arrivent…",
    in: (name: string) => `rendez-vous à ${name}`, view: "Affichage", asList: "Liste", asMap: "Carte", loadingMap: "La carte se dessine…", mapLabel: "Communes de la carte",
    mapHelp: "Choisissez une commune sur la carte pour lire ses rendez-vous ici.", mapBroken: "La carte ne s’affiche pas sur cet appareil ; les communes restent ci-dessous.",
    mapCut: (shown: number, total: number) => `La carte montre les ${shown} premiers rendez-vous sur ${total}. Choisissez un lieu ou des dates pour voir les autres.`,
    nowhere: (n: number) => `${rendezvous(n)} en ligne ou sans lieu précis`,
    sort: "Trier par", byDate: "date", byRelevance: "pertinence", byDistance: "distance", close: "Fermer", moreValues: (n: number) => `${n} de plus`,
    fewerValues: "Réduire",
  },
  facets: {
    department: "Département", commune: "Commune", epci: "Intercommunalité", commune_size: "Taille de la commune", theme: "Thème",
    activity_type: "Type", audience: "Pour qui", school_level: "Niveau scolaire", accessibility: "Accessibilité", free: "Prix", status: "État",
    structure: "Forme", edition: "Édition", age: "Âge", holder: "Organisateur",
    ageLabel: "Âge de l’enfant", ageValue: (n: number) => `${n} ans`, without: "Non précisé",
  },
  values: {
    theme: {
      environment: "Environnement", digital_innovation: "Numérique et innovation", health: "Santé", science_society: "Sciences et société",
      industrial_heritage: "Patrimoine industriel", astronomy: "Astronomie", history_of_science: "Histoire des sciences",
      maths_physics_chemistry: "Maths, physique, chimie", other: "Autres sciences",
    },
    activity_type: {
      workshop: "Atelier", lecture: "Conférence", exhibition: "Exposition", visit: "Visite", show: "Spectacle", game: "Jeu",
      screening: "Projection", debate: "Débat, rencontre", science_village: "Village des sciences", festival: "Festival", trail: "Parcours scientifique", other: "Autre rendez-vous",
    },
    audience: { general_public: "Tout public", schools: "Classes" },
    school_level: {
      nursery_school: "Maternelle", primary_school: "Élémentaire", college: "Collège", lycee: "Lycée", higher_education: "Enseignement supérieur",
    },
    accessibility: {
      hearing: "Handicap auditif", visual: "Handicap visuel", psychic: "Handicap psychique", motor: "Handicap moteur", intellectual: "Handicap intellectuel",
    },
    status: {
      scheduled: "Confirmé", rescheduled: "Reprogrammé", moved_online: "Déplacé en ligne", postponed: "Reporté", full: "Complet", cancelled: "Annulé",
    },
    structure: { single: "Animation simple", umbrella: "Multi-animations" },
    free: { true: "Gratuit", false: "Payant" },
    commune_size: {
      under_2000: "Moins de 2 000 habitants", from_2000: "De 2 000 à 9 999 habitants", from_10000: "De 10 000 à 49 999 habitants",
      from_50000: "50 000 habitants et plus",
    },
  },
  flags: {
    cancelled: "Annulé", full: "Complet", online: "En ligne", postponed: "Reporté", moved: "Changement d’horaire",
    movedTo: (day: string) => `Reporté au ${day}`, movedTime: (time: string) => `Déplacé à ${time}`, mixed: "Sur place et en ligne",
    children: (n: number) => count(n, "animation", "animations"), until: (day: string) => `jusqu’au ${day}`, more: (n: number) => `+ ${count(n, "autre séance", "autres séances")}`,
    paid: "Payant", fromAge: (n: number) => `dès ${n} ans`, uptoAge: (n: number) => `jusqu’à ${n} ans`,
    ages: (a: number, b: number) => `${a} à ${b} ans`, endsAt: (time: string) => `→ ${time}`, in: (label: string) => `dans « ${label} »`, away: (km: string) => `à ${km} km`,
  },
  event: {
    when: "Quand", where: "Où", who: "Pour qui", access: "Accessibilité", price: "Prix", register: "S’inscrire", organiser: "Qui organise",
    past: (n: number) => count(n, "séance passée", "séances passées"), noSession: "Les horaires ne sont pas encore connus.", over: "Ce rendez-vous est passé.",
    accessUnknown: "L’organisateur ne l’a pas précisé. Appelez-le avant de venir si vous en avez besoin.", accessNone: "Aucun aménagement particulier n’est annoncé.",
    free: "Gratuit", paid: "Payant", priceUnknown: "Le prix n’est pas précisé.", audienceUnknown: "Le public n’est pas précisé.",
    registerNone: "Aucune inscription n’est annoncée : venez, ou appelez le lieu pour être sûr.", website: "Site",
    openMap: "Voir sur OpenStreetMap", mapApp: "Ouvrir dans mon application de cartes", mapText: (city: string, region: string) => `Carte : ${city}, ${region}`,
    children: (n: number) => count(n, "animation", "animations"), parent: "Fait partie de", calendar: "Ajouter à mon calendrier",
    share: "Partager", copied: "Lien copié", copyFailed: "Copie impossible : l’adresse est en haut de votre navigateur.", photo: "Photo :",
    source: "Fiche issue du programme national", sourceOwn: "Fiche tenue par la coordination", cancelledTitle: "Ce rendez-vous est annulé", postponedTitle: "Ce rendez-vous est reporté", onlineTitle: "Ce rendez-vous passe en ligne",
    movedTitle: "L’horaire a changé", fullTitle: "C’est complet", reason: "Raison :", undated: "La nouvelle date n’est pas encore connue.", partlyTitle: "Certaines séances ont changé", joinOnline: "Rejoindre en ligne", online: "En ligne", capacity: (n: number) => count(n, "place", "places"),
    back: "Tout l’agenda", loading: "La fleur s’ouvre…", keywords: "Mots-clés", place: "Lieu à confirmer", otherVenue: "À un autre endroit :", imageAlt: (t: string) => `Image de « ${t} »`,
    print: "Imprimer",
    flower: (rays: number) => `Sa fleur : ${count(rays, "rayon pour une séance", "rayons, un par séance")}.`,
  },
  schools: {
    title: "Emmener une classe", lead: "Ateliers, visites, expositions et rencontres qui accueillent les groupes scolaires. Choisissez un niveau, un thème, une distance : chaque ligne dit comment réserver.",
    level: "Niveau", anyLevel: "Tous les niveaux", theme: "Thème", anyTheme: "Tous les thèmes", from: "Depuis ma commune", book: "Comment réserver",
    direct: "Sans réservation annoncée", when: "Dates", tel: (n: string) => `Appeler le ${n}`, mail: (m: string) => `Écrire à ${m}`,
  },
  empty: {
    title: "Rien par ici.", near: (km: number) => `Rien à moins de ${km} km.`, nearDay: (km: number) => `Rien ce jour-là à moins de ${km} km.`, day: "Rien ce jour-là.", range: "Rien à ces dates.",
    words: (q: string) => `Rien ne ressemble à « ${q} ».`, widen: (km: number) => `Élargir à ${km} km ?`, anyDate: "Voir à toutes les dates", noFilter: "Enlever les filtres", noWords: "Chercher sans ces mots",
    season: (year: number) => `Rien n’est prévu à partir d’aujourd’hui. L’édition ${year} reste lisible.`, seasonLink: (year: number, from: string, to: string) => `Voir l’édition ${year}, ${formatSpan(from, to, "fr", false)}`,
    nothing: "Le programme est encore vide. Il se remplira avec la prochaine Fête de la science.",
  },
  errors: {
    title: "Quelque chose n’a pas marché.", offline: "Vous semblez hors connexion. Vérifiez le réseau, puis réessayez.", server: "Le service ne répond pas pour l’instant. Réessayez dans un moment.",
    retry: "Réessayer", reference: (id: string) => `Référence : ${id}`, notFoundTitle: "Cette page n’existe pas.", notFoundText: "L’adresse est peut-être incomplète. Voici par où reprendre.",
    eventNotFoundTitle: "Ce rendez-vous est introuvable.", eventNotFoundText: "L’adresse est peut-être incomplète. Cherchez-le par son nom ou sa commune.", elsewhereTitle: "Ce rendez-vous est annoncé sur une autre page.", elsewhereText: "C’est le même rendez-vous, sous son adresse d’aujourd’hui :", goneTitle: "Ce rendez-vous a été retiré du programme.",
    goneText: "L’organisateur ou la coordination l’a retiré. D’autres rendez-vous ont lieu près de chez vous.", crash: "Cette page s’est arrêtée. Rechargez-la, ou reprenez par l’agenda.", reload: "Recharger", filters: "Un filtre de l’adresse n’est pas compris :",
  },
};

export type Dictionary = typeof fr;

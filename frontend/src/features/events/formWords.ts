/** Words of the entry's form. */
export const formFrench = {
  save: "Enregistrer", saved: "L’événement est enregistré.", proposed: "C’est proposé : la coordination va regarder.", nothingToSave: "Rien n’a changé.", empty: "(vide)", yes: "oui", no: "non", notSaid: "Pas encore dit",
  fromSource: (name: string) => `Cette fiche vient de « ${name} ». Ce que vous changez ici n’est plus remplacé par la source ; le reste continue de la suivre.`,
  labels: {
    title: "Titre", description: "En une phrase", long_description: "Présentation", keywords: "Mots-clés", activity_type: "Type d’animation", theme: "Thématique", audience: "Publics", school_levels: "Niveaux scolaires",
    age_min: "À partir de (âge)", age_max: "Jusqu’à (âge)", attendance_mode: "Sur place ou en ligne", online_access_url: "Adresse en ligne", free: "Prix", conditions: "Conditions", registration: "Pour s’inscrire", accessibility: "Accessibilité",
    holder: "Organisateur affiché", venue_id: "Lieu",
  },
  hints: {
    description: "Ce que montrent les listes.", long_description: "Une ligne vide fait un paragraphe ; **deux étoiles** mettent en gras.", keywords: "Séparés par des virgules.", conditions: "Jauge, durée, matériel : ce qu’il faut savoir avant de venir.", age_min: "Vide : tous les âges.", holder: "Comme sa source l’écrit.",
  },
  holderIs: (name: string) => `Organisateur affiché : ${name}, la structure qui le tient.`, imageOfSource: "Son image, s’il en a une, vient de sa source et ne se change pas ici. Sans image, sa fleur la remplace.", image: "Sa fleur lui sert d’image : on ne peut pas encore en ajouter une ici.",
  titleNeeded: "Écrivez un titre.",
  groups: { title: "Titre", description: "Présentation", classification: "De quoi il s’agit", audience: "Pour qui", practical: "Pour venir", venue: "Où", sessions: "Séances", session_status: "Annulations et reports" },
  rules: { free: "libre", needs_approval: "avec accord de la coordination", locked: "fermé" },
  rulesLead: "À côté de chaque partie : « libre », ce que vous changez se voit aussitôt ; « avec accord de la coordination », une fois qu’elle l’a accepté ; « fermé », elle ne la laisse plus changer.", lockedText: "La coordination ne laisse plus changer cette partie. Écrivez-lui s’il le faut.",
  waitsHere: "Proposé, en attente de la coordination", free: { yes: "Gratuit", no: "Payant", unknown: "Pas encore dit" } as Record<string, string>,
  modes: { onsite: "Sur place", online: "En ligne", mixed: "Les deux" } as Record<string, string>, access: { unknown: "Pas encore dit", none: "Rien de particulier", some: "Un accueil est prévu" },
  ways: { link: "Lien", phone: "Téléphone", email: "Courriel" }, noWay: "Aucune inscription annoncée : on vient librement.", wayKind: (n: number) => `Inscription ${n} : moyen`, wayValue: (n: number) => `Inscription ${n} : adresse ou numéro`, addWay: "Ajouter un moyen de s’inscrire", removeWay: "Ôter", removeWayOf: (n: number) => `Ôter l’inscription ${n}`,
  noVenue: "Aucun lieu choisi.", chooseVenue: "Choisir un lieu", changeVenue: "Changer de lieu", takeVenueOff: "Sans lieu", findVenue: "Chercher un lieu", findVenueHint: "Son nom, sa rue ou sa commune.", venueNone: "Aucun lieu connu ne ressemble à cela. Ajoutez-le.", addVenue: "Ajouter un lieu", leaveVenue: "Garder celui d’avant", newVenue: "Un lieu qui n’est pas encore connu",
  venueLabels: { name: "Nom du lieu", commune: "Commune", insee: "Commune", address: "Numéro et rue", postal_code: "Code postal", point: "Point sur la carte", access: "Comment s’y rendre" },
  venueNameHint: "Celui qu’on lit sur la porte.", venueNameNeeded: "Écrivez le nom du lieu.", communeHint: "Écrivez les premières lettres, puis choisissez-la.", communeNeeded: "Choisissez la commune dans la liste.", pointHint: "Latitude et longitude, copiées d’une carte. Sans elles, le point est au centre de la commune.", pointUnread: "Deux nombres sont attendus : 50.4291, 2.8319.", onMap: "Le chercher sur OpenStreetMap", accessHint: "Arrêt de bus, entrée, étage.",
  similarVenue: "Un lieu presque pareil est déjà connu. Est-ce celui-là ?", takeVenue: "C’est celui-là", takeVenueOf: (name: string) => `C’est celui-là : ${name}`, otherVenue: "C’est un autre : l’ajouter",
};

export const formEnglish: typeof formFrench = {
  save: "Save", saved: "The event is saved.", proposed: "Proposed: the coordination will look at it.", nothingToSave: "Nothing has changed.", empty: "(empty)", yes: "yes", no: "no", notSaid: "Not said yet",
  fromSource: (name) => `This entry comes from “${name}”. What you change here is no longer replaced by the source; the rest goes on following it.`,
  labels: {
    title: "Title", description: "In one sentence", long_description: "Description", keywords: "Keywords", activity_type: "Kind", theme: "Theme", audience: "Audiences", school_levels: "School levels",
    age_min: "From (age)", age_max: "Up to (age)", attendance_mode: "On site or online", online_access_url: "Address online", free: "Price", conditions: "Conditions", registration: "To register", accessibility: "Accessibility",
    holder: "Organiser shown", venue_id: "Venue",
  },
  hints: {
    description: "What lists show.", long_description: "An empty line makes a paragraph; **two stars** make bold.", keywords: "Separated by commas.", conditions: "Seats, length, material: what to know before coming.", age_min: "Empty: all ages.", holder: "As its source writes it.",
  },
  holderIs: (name) => `Organiser shown: ${name}, the organisation that holds it.`, imageOfSource: "Its image, if it has one, comes from its source and cannot be changed here. Without one, its flower stands in.", image: "Its flower is its image: one cannot be added here yet.",
  titleNeeded: "Write a title.",
  groups: { title: "Title", description: "Description", classification: "What it is", audience: "For whom", practical: "Coming to it", venue: "Where", sessions: "Sessions", session_status: "Cancelling and postponing" },
  rules: { free: "free", needs_approval: "with the coordination’s approval", locked: "closed" },
  rulesLead: "Beside each part: “free”, what you change shows at once; “with the coordination’s approval”, once it has accepted it; “closed”, it no longer lets it be changed.", lockedText: "The coordination no longer lets this part be changed. Write to it if need be.",
  waitsHere: "Proposed, waiting for the coordination", free: { yes: "Free", no: "Paid", unknown: "Not said yet" },
  modes: { onsite: "On site", online: "Online", mixed: "Both" }, access: { unknown: "Not said yet", none: "Nothing particular", some: "Something is arranged" },
  ways: { link: "Link", phone: "Telephone", email: "E-mail" }, noWay: "No registration is announced: one just comes.", wayKind: (n) => `Registration ${n}: means`, wayValue: (n) => `Registration ${n}: address or number`, addWay: "Add a way to register", removeWay: "Remove", removeWayOf: (n) => `Remove registration ${n}`,
  noVenue: "No venue chosen.", chooseVenue: "Choose a venue", changeVenue: "Change venue", takeVenueOff: "Without a venue", findVenue: "Find a venue", findVenueHint: "Its name, street or town.", venueNone: "No known venue looks like that. Add it.", addVenue: "Add a venue", leaveVenue: "Keep the one before", newVenue: "A venue that is not known yet",
  venueLabels: { name: "Name of the venue", commune: "Town", insee: "Town", address: "Number and street", postal_code: "Postal code", point: "Point on the map", access: "How to get there" },
  venueNameHint: "The one on its door.", venueNameNeeded: "Write the venue’s name.", communeHint: "Write its first letters, then choose it.", communeNeeded: "Choose the town in the list.", pointHint: "Latitude and longitude, copied from a map. Without them, the point is in the middle of the town.", pointUnread: "Two numbers are expected: 50.4291, 2.8319.", onMap: "Look for it on OpenStreetMap", accessHint: "Bus stop, entrance, floor.",
  similarVenue: "A venue nearly like it is known already. Is it this one?", takeVenue: "It is this one", takeVenueOf: (name) => `It is this one: ${name}`, otherVenue: "It is another: add it",
};

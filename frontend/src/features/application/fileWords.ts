import { spaceWords } from "@/space/kit/words";

export const useFileWords = spaceWords(
  {
    title: "Fichiers", none: "Aucun fichier.", add: "Ajouter un fichier", addHint: "PDF, image, tableur, texte : 20 Mo au plus.", field: "Pour quelle rubrique ?", free: "Aucune en particulier", choose: "Choisir un fichier", sending: (name: string, percent: number) => `Envoi de « ${name} » : ${percent} %`, added: (name: string) => `« ${name} » est ajouté.`,
    of: "Rubrique", scan: { waiting: "L’antivirus ne l’a pas encore lu", clean: "Vérifié par l’antivirus", infected: "Un virus y a été trouvé : il n’est pas servi", skipped: "" } as Record<string, string>, sentOn: (date: string) => `ajouté le ${date}`,
    download: "Télécharger", downloadOf: (name: string) => `Télécharger « ${name} »`, remove: "Retirer", removeOf: (name: string) => `Retirer « ${name} »`, removeTitle: (name: string) => `Retirer « ${name} » ?`, removeText: "Le fichier quitte le dossier. Vous pourrez l’ajouter à nouveau.", removed: "Le fichier est retiré.",
    tooLarge: (name: string) => `« ${name} » dépasse 20 Mo : allégez-le, ou partagez un lien dans le formulaire.`, retry: "Réessayer", forget: "Laisser tomber",
  },
  {
    title: "Files", none: "No file.", add: "Add a file", addHint: "PDF, image, spreadsheet, text: 20 MB at most.", field: "For which question?", free: "None in particular", choose: "Choose a file", sending: (name, percent) => `Sending “${name}”: ${percent}%`, added: (name) => `“${name}” is added.`,
    of: "Question", scan: { waiting: "The virus scanner has not read it yet", clean: "Checked by the virus scanner", infected: "A virus was found in it: it is not served", skipped: "" }, sentOn: (date) => `added on ${date}`,
    download: "Download", downloadOf: (name) => `Download “${name}”`, remove: "Remove", removeOf: (name) => `Remove “${name}”`, removeTitle: (name) => `Remove “${name}”?`, removeText: "The file leaves the application. You may add it again.", removed: "The file is removed.",
    tooLarge: (name) => `“${name}” is larger than 20 MB: make it lighter, or share a link in the form.`, retry: "Try again", forget: "Give up",
  },
);

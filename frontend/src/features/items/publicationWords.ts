import { spaceWords } from "@/space/kit/words";

export const usePublicationWords = spaceWords(
  {
    states: { draft: "Brouillon : seuls ceux qui prêtent cet outil le voient.", published: "Publié : tout le monde le trouve dans le catalogue.", archived: "Archivé : il n’est plus dans le catalogue, ses prêts et ses chiffres restent." } as Record<string, string>,
    publish: "Publier dans le catalogue", unpublish: "Revenir au brouillon", archive: "Archiver", published: "L’outil est dans le catalogue.", unpublished: "L’outil est à nouveau un brouillon.", archived: "L’outil est archivé.",
    unpublishTitle: "Retirer cet outil du catalogue ?", unpublishText: "Sa page publique disparaît. Les prêts en cours et prévus continuent.", archiveTitle: "Archiver cet outil ?", archiveText: "Il quitte le catalogue et les listes courantes. Ses prêts, ses exemplaires et ses chiffres restent ; vous pourrez le publier à nouveau.",
    retirement: "Fin de prêt", retiredOn: (date: string) => `Cet outil ne se prête plus depuis le ${date}.`, retiresOn: (date: string) => `Cet outil ne se prêtera plus à partir du ${date}. Ce qui est déjà accordé continue.`, lent: "Cet outil se prête sans date de fin.",
    retire: "Retirer du prêt…", retireChange: "Changer la date…", retireGo: "Retirer du prêt", retireDate: "À partir du", retireHint: "Plus aucune demande ne sera possible pour ces jours. Les prêts déjà accordés continuent.", dateNeeded: "Écrivez une date.", retired: "La fin de prêt est notée.", unretire: "Prêter à nouveau", unretired: "L’outil se prête à nouveau.",
    remove: "Supprimer cet outil", removeTitle: (title: string) => `Supprimer « ${title} » ?`, removeText: "Sa fiche et ses exemplaires disparaissent, sans retour. Retirez d’abord ses photos et ses documents. Un outil qui a déjà été prêté ne se supprime pas.", removed: (title: string) => `« ${title} » est supprimé.`,
  },
  {
    states: { draft: "Draft: only those who lend this item see it.", published: "Published: everybody finds it in the catalogue.", archived: "Archived: it is no longer in the catalogue, its loans and figures stay." },
    publish: "Publish in the catalogue", unpublish: "Back to draft", archive: "Archive", published: "The item is in the catalogue.", unpublished: "The item is a draft again.", archived: "The item is archived.",
    unpublishTitle: "Take this item out of the catalogue?", unpublishText: "Its public page disappears. Loans under way or planned go on.", archiveTitle: "Archive this item?", archiveText: "It leaves the catalogue and the everyday lists. Its loans, units and figures stay; you may publish it again.",
    retirement: "End of lending", retiredOn: (date) => `This item is no longer lent since ${date}.`, retiresOn: (date) => `This item will no longer be lent from ${date}. What is agreed on goes on.`, lent: "This item is lent without an end.",
    retire: "Retire from lending…", retireChange: "Change the date…", retireGo: "Retire from lending", retireDate: "From", retireHint: "No request will be possible for these days any more. Loans that are agreed on go on.", dateNeeded: "Write a date.", retired: "The end of lending was saved.", unretire: "Lend it again", unretired: "The item is lent again.",
    remove: "Delete this item", removeTitle: (title) => `Delete “${title}”?`, removeText: "Its sheet and units disappear for good. Remove its photographs and documents first. An item that was lent cannot be deleted.", removed: (title) => `“${title}” was deleted.`,
  },
);

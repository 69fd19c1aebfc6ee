import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

export const useEditionWords = spaceWords(
  {
    title: "Éditions du catalogue", lead: "Une édition garde le catalogue commun tel qu’il est publié un jour donné : un PDF à imprimer, des données ouvertes à citer. Elle ne change plus jamais.", loading: "Les éditions arrivent…",
    now: (items: number, lenders: number, shared: number, contributors: number) => `Aujourd’hui, le catalogue compte ${count(items, "outil publié", "outils publiés")} de ${count(lenders, "structure", "structures")}, dont ${count(shared, "outil", "outils")} de ${count(contributors, "contributeur", "contributeurs")}.`,
    freeze: "Figer une édition", freezeTitle: "Figer une édition", freezeText: "Ce qui est publié à cet instant y entre. On ne pourra ni la modifier ni l’effacer : relisez d’abord le catalogue.", name: "Titre", nameDefault: (year: number) => `Catalogue commun ${year}`, nameNeeded: "Donnez-lui un titre : il sera imprimé sur la couverture.",
    go: "Figer le catalogue", frozen: (n: number) => `L’édition n° ${n} est figée.`, all: "Éditions", none: "Aucune édition n’est encore figée.", noneText: "La première gardera la mémoire du catalogue d’aujourd’hui.", more: "Voir la suite",
    numbered: (n: number) => `Édition n° ${n}`, on: (date: string) => `figée le ${date}`, holds: (items: number, lenders: number) => `${count(items, "outil", "outils")} de ${count(lenders, "structure", "structures")}`, formats: { pdf: "PDF", csv: "CSV", json: "JSON" },
    fileOf: (title: string, format: string) => `${format} de « ${title} »`, proof: "Empreinte SHA-256 du JSON", check: "Lire le catalogue",
  },
  {
    title: "Catalogue editions", lead: "An edition keeps the common catalogue as it is published on a day: a PDF to print, open data to cite. It never changes.", loading: "The editions are coming…",
    now: (items, lenders, shared, contributors) => `Today the catalogue holds ${count(items, "published item", "published items", "en")} of ${count(lenders, "organisation", "organisations", "en")}, among them ${count(shared, "item", "items", "en")} of ${count(contributors, "contributor", "contributors", "en")}.`,
    freeze: "Freeze an edition", freezeTitle: "Freeze an edition", freezeText: "What is published at this moment goes in. It can be neither changed nor deleted: read the catalogue again first.", name: "Title", nameDefault: (year) => `Common catalogue ${year}`, nameNeeded: "Give it a title: it is printed on the cover.",
    go: "Freeze the catalogue", frozen: (n) => `Edition no. ${n} is frozen.`, all: "Editions", none: "No edition is frozen yet.", noneText: "The first will keep the memory of today’s catalogue.", more: "Show more",
    numbered: (n) => `Edition no. ${n}`, on: (date) => `frozen on ${date}`, holds: (items, lenders) => `${count(items, "item", "items", "en")} of ${count(lenders, "organisation", "organisations", "en")}`, formats: { pdf: "PDF", csv: "CSV", json: "JSON" },
    fileOf: (title, format) => `${format} of “${title}”`, proof: "SHA-256 digest of the JSON", check: "Read the catalogue",
  },
);

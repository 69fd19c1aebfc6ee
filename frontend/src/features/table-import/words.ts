import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

/** « 3 lignes nouvelles, 1 ligne à mettre à jour. »; what is none is not said. */
const sentence = (...parts: (string | false)[]): string => `${parts.filter(Boolean).join(", ")}.`;

export const useImportWords = spaceWords(
  {
    title: "Import", loans: "Reprendre des outils, des prêts et leurs évaluations depuis un tableur.", members: "Reprendre des structures, des membres, leurs cotisations, les mandats, le bureau et les réunions depuis un tableur.", careful: "On vérifie d’abord ; rien n’est écrit avant que vous le demandiez. Reprendre deux fois le même fichier ne change rien.", membersTitle: "Import de l’association",
    file: "Fichier CSV ou XLSX", fileHint: "10 Mo au plus. Un classeur peut tenir plusieurs tableaux, une feuille pour chacun.", fileNeeded: "Choisissez un fichier.", tooLarge: "Ce fichier dépasse 10 Mo : découpez-le.", table: "Ce qu’il contient", byName: "D’après le nom du fichier ou des feuilles",
    check: "Vérifier", checking: "On lit le fichier…", chosen: (name: string) => `Fichier vérifié : ${name}`, checked: "Ce qui serait repris", done: "C’est repris", nothingWritten: "Rien n’est encore écrit.", known: "Tout est déjà là : il n’y a rien à reprendre.", knownDone: "Tout était déjà là : rien n’a changé.",
    ready: (created: number, updated: number) => sentence(created > 0 && count(created, "ligne nouvelle", "lignes nouvelles"), updated > 0 && count(updated, "ligne à mettre à jour", "lignes à mettre à jour")),
    wasDone: (created: number, updated: number) => sentence(created > 0 && count(created, "ligne créée", "lignes créées"), updated > 0 && count(updated, "ligne mise à jour", "lignes mises à jour")),
    go: "Reprendre pour de bon", going: "La reprise est en cours…", again: "Reprendre un autre fichier", columns: { table: "Tableau", rows: "Lignes lues", created: "Nouvelles", updated: "Mises à jour", unchanged: "Inchangées" }, ignored: (names: string) => `Colonnes ignorées : ${names}.`,
    faults: (n: number) => `${count(n, "cellule à corriger", "cellules à corriger")} avant de reprendre`, faultsText: "Corrigez-les dans votre fichier, enregistrez-le, puis choisissez-le à nouveau. La première ligne est celle des titres.", firstFaults: (n: number, all: number) => `Les ${n} premières sur ${new Intl.NumberFormat("fr-FR").format(all)}.`,
    fault: { row: "Ligne", column: "Colonne", detail: "Ce qui ne va pas", whole: "toute la ligne" }, failed: "Le fichier a changé, ou le réseau manque. Rien n’a été écrit : choisissez le fichier à nouveau.", toResult: { items: "Voir les outils", loans: "Voir les prêts", figures: "Voir les chiffres", members: "Voir les adhérents", governance: "Voir la gouvernance" }, memberTables: { organisations: "Structures", members: "Adhérents", fees: "Cotisations", board_terms: "Mandats", officers: "Bureau", meetings: "Réunions" } as Record<string, string>,
    help: "Quelles colonnes ?", helpText: "La première ligne nomme les colonnes, comme ici ; leur ordre est libre. Les jours s’écrivent 24/11/2026 ou 2026-11-24 ; plusieurs valeurs se séparent par une barre |.", needed: "Nécessaires", optional: "Facultatives", empty: "Tableau vide à remplir", emptyOf: (table: string) => `Tableau vide à remplir : ${table}`,
  },
  {
    title: "Import", loans: "Take in items, loans and their evaluations from a spreadsheet.", members: "Take in organisations, members, their fees, board terms, the bureau and meetings from a spreadsheet.", careful: "It is checked first; nothing is written before you ask. The same file taken in twice changes nothing.", membersTitle: "Import of the association",
    file: "CSV or XLSX file", fileHint: "10 MB at most. A workbook may hold several tables, one sheet each.", fileNeeded: "Choose a file.", tooLarge: "This file is larger than 10 MB: split it.", table: "What it holds", byName: "By the name of the file or of its sheets",
    check: "Check", checking: "Reading the file…", chosen: (name) => `Checked file: ${name}`, checked: "What would be taken in", done: "It is taken in", nothingWritten: "Nothing is written yet.", known: "All of it is here already: there is nothing to take in.", knownDone: "All of it was here already: nothing changed.",
    ready: (created, updated) => sentence(created > 0 && count(created, "new row", "new rows", "en"), updated > 0 && count(updated, "row to update", "rows to update", "en")),
    wasDone: (created, updated) => sentence(created > 0 && count(created, "row created", "rows created", "en"), updated > 0 && count(updated, "row updated", "rows updated", "en")),
    go: "Take it in for good", going: "Taking it in…", again: "Take in another file", columns: { table: "Table", rows: "Rows read", created: "New", updated: "Updated", unchanged: "Unchanged" }, ignored: (names) => `Ignored columns: ${names}.`,
    faults: (n) => `${count(n, "cell to mend", "cells to mend", "en")} before taking it in`, faultsText: "Mend them in your file, save it, then choose it again. The first row is that of the headings.", firstFaults: (n, all) => `The first ${n} of ${new Intl.NumberFormat("en-GB").format(all)}.`,
    fault: { row: "Row", column: "Column", detail: "What is wrong", whole: "the whole row" }, failed: "The file has changed, or the network is away. Nothing was written: choose the file again.", toResult: { items: "See the items", loans: "See the loans", figures: "See the figures", members: "See the members", governance: "See the governance" }, memberTables: { organisations: "Organisations", members: "Members", fees: "Fees", board_terms: "Board terms", officers: "Bureau", meetings: "Meetings" },
    help: "Which columns?", helpText: "The first row names the columns, as here; their order is free. Days are written 24/11/2026 or 2026-11-24; several values are parted by a bar |.", needed: "Needed", optional: "Optional", empty: "Empty table to fill in", emptyOf: (table) => `Empty table to fill in: ${table}`,
  },
);

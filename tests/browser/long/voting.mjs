// Votes as people cast them: on their phones by their link, and on paper.
import { visit } from "../browser.mjs";
import { part, told } from "../people.mjs";
import { press } from "./world.mjs";

/** The link that the secretary makes for somebody without an address, on the page of the meeting. */
export async function handedLink(page, meeting, name) {
  await visit(page, meeting);
  await press(page, `Nouveau lien pour ${name}`);
  const field = page.getByRole("textbox", { name: `Nouveau lien pour ${name}` });
  await field.waitFor();
  return field.inputValue();
}

/** The page, once it shows what is voted on. */
export async function seen(page) {
  await part(page, "Au vote maintenant").locator("form").first().waitFor();
  return page;
}

export async function castMotion(page, legend, choice) {
  const ballot = part(page, "Au vote maintenant").locator("form").filter({ has: page.getByRole("group", { name: legend }) });
  await ballot.getByRole("radio", { name: choice }).check();
  await press(ballot, "Déposer le bulletin");
  await ballot.waitFor({ state: "detached" });
}

/** Casts the first ballot of an election that the page shows. */
export async function castNames(page, names) {
  const forms = page.locator("section.ballot--open form");
  const before = await forms.count();
  for (const name of names) await forms.first().getByLabel(name).check();
  await press(forms.first(), "Déposer le bulletin");
  await page.waitForFunction((left) => document.querySelectorAll("section.ballot--open form").length < left, before);
}

/** Two people of college A vote on paper: marked first, then their ballots are counted by hand. */
export async function onPaper(page, people, votes) {
  const round = page.locator(".election__round").filter({ has: page.getByRole("heading", { name: "Tour 1, collège A" }) });
  await press(round, "Pointer qui vote sur papier");
  for (const name of people) {
    await round.getByRole("combobox", { name: "Qui vote sur papier" }).fill(name);
    await page.getByRole("option", { name, exact: true }).click();
  }
  await page.keyboard.press("Escape");
  await press(round, "Pointer");
  await told(page, "Les votes sur papier sont pointés.");
  await press(round, "Ajouter les bulletins papier");
  for (const [name, count] of Object.entries(votes)) await round.getByLabel(name).fill(String(count));
  await press(round, "Ajouter les bulletins");
  await told(page, `${people.length} bulletins papier sont ajoutés.`);
  await round.getByText(`Papier : les ${people.length} bulletins pointés sont dans l’urne.`).waitFor();
  await round.getByText(/^2\sbulletins ajoutés par Sacha Secrétaire, le\s/).waitFor();
}

// A lender of its own with an item of its own, and loans of it in whatever state: what a test changes is nobody else's.
import assert from "node:assert/strict";
import { BASE, mailTo, read } from "./browser.mjs";
import { newAddress, newHolder, send } from "./people.mjs";

const dayAfter = (day, count) => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** Waits until the service of loans has heard whom somebody acts for. */
async function known({ page, id }) {
  const deadline = Date.now() + 20_000;
  while (!(await page.context().request.get(`${BASE}/api/v1/lending-settings/${id}`)).ok()) {
    assert.ok(Date.now() < deadline, "loans has not heard of the organisation");
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

/** A page of a new organisation, whose loans it asks for. */
export async function newBorrower(browser, name = "Bob Emprunteur", options = {}) {
  const borrower = await newHolder(browser, name, options);
  await known(borrower);
  return borrower;
}

/** A page of a new organisation that lends an item of its own, in one copy of `modules` modules; it asks for no insurance. */
export async function newLender(browser, modules = ["Le socle", "La loupe"], options = {}) {
  const lender = await newHolder(browser, "Ada Prêteuse", options);
  await known(lender);
  const settings = { notice_days: 0, buffer_before_days: 0, buffer_after_days: 0, insurance: "none", opening_days: [1, 2, 3, 4, 5, 6, 7], pickup_places: [{ name: "La réserve", address: "1 rue du Dépôt, Amiens" }] };
  const item = await send(lender.page, "POST", "/items", {
    owner: lender.id, title: `Mallette ${lender.title.split(" ").at(-1)}`, category: "kit", themes: ["environment"], added_on: "2020-01-01", formats: [{ format: "case", modules, added_on: "2020-01-01" }],
  });
  await send(lender.page, "PATCH", `/lending-settings/${lender.id}`, settings, { "If-Match": '"v0"' });
  await send(lender.page, "POST", `/items/${item.id}/publish`, {});
  return { ...lender, item };
}

/** A loan of the lender's item to `borrower` on the first days that are free, approved. */
export async function newLoan(lender, borrower, days = 5) {
  const path = `/catalogue/${lender.item.slug}/availability/check`;
  const today = new Date().toISOString().slice(0, 10);
  const asked = await read(lender.page, `${path}?starts_on=${today}&ends_on=${dayAfter(today, days - 1)}`);
  const { starts_on, ends_on } = asked.is_free ? asked : asked.next_free;
  const signatory = newAddress("maire");
  const request = await send(borrower.page, "POST", "/loan-requests", {
    organisation_id: borrower.id, place_of_use: { name: "Salle des fêtes", commune_insee: "80021", commune_name: "Amiens" }, signatory: { name: "Jo Mulot", capacity: "Maire", email: signatory },
    loans: [{ item_id: lender.item.id, starts_on, ends_on }],
  });
  const loan = request.loans[0];
  await send(lender.page, "POST", `/loans/${loan.id}/approve`, {});
  return { ...loan, signatory };
}

/** The same, agreed on by both: it may leave. */
export async function newConfirmedLoan(lender, borrower, days = 5) {
  const loan = await newLoan(lender, borrower, days);
  await send(lender.page, "POST", `/loans/${loan.id}/settle-fee`, { cents: 0, reason: "Essai" });
  await send(lender.page, "POST", `/loans/${loan.id}/agreement`, {});
  await send(lender.page, "POST", `/loans/${loan.id}/send-agreement`, {});
  const token = (await mailTo(loan.signatory)).text.match(/\/signer\/([\w-]+)/)[1];
  const { digest } = await (await fetch(`${BASE}/api/v1/agreements/sign/${token}`)).json();
  await send(lender.page, "POST", `/agreements/sign/${token}`, { digest, name: "Jo Mulot", capacity: "Maire", accepts: true });
  return read(lender.page, `/loans/${loan.id}`);
}

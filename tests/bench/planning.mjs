// Opens the planning in a browser that has kept nothing, again and again, and prints the seconds until it was painted.
import { openBrowser, openPage } from "../browser/browser.mjs";

const { base, cookie, units, visits } = JSON.parse(process.argv[2]);
/** Lines that one sees at once on a screen of this height. */
const SEEN = 8;

const browser = await openBrowser();
const seconds = [];
for (let visit = 0; visit <= visits; visit += 1) {
  const { page, faults, close } = await openPage(browser);
  await page.context().addCookies([{ ...cookie, url: base }]);
  await page.addInitScript((least) => {
    // Painted: the frame after the one in which the lines stand there with what they hold.
    const look = () => {
      const lines = document.querySelectorAll(".timeline__row:has(.cell--loan)").length;
      if (lines < least) requestAnimationFrame(look);
      else requestAnimationFrame(() => { setTimeout(() => { window.__painted = performance.now(); }); });
    };
    requestAnimationFrame(look);
  }, SEEN);
  await page.goto(`${base}/espace/prets/planning`, { waitUntil: "commit" });
  const painted = await (await page.waitForFunction(() => window.__painted)).jsonValue();
  // Whatever was painted first, all of the units are there in the end.
  await page.waitForFunction((rows) => document.querySelector("[role=grid]").getAttribute("aria-rowcount") === String(rows), units + 1);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  // The first visit wakes the services, and does not count.
  if (visit > 0) seconds.push(painted / 1000);
  await close();
}
await browser.close();
console.log(JSON.stringify(seconds));

import { openBrowser, openPage, signIn, settled, photograph, DESK, PHONE, BASE } from "./browser.mjs";
const b = await openBrowser();
const shots = process.argv.slice(2); // key path name size scheme
for (let i = 0; i < shots.length; i += 4) {
  const [key, path, name, mode] = shots.slice(i, i + 4);
  const viewport = mode.includes("p") ? PHONE : DESK;
  const { page, faults, close } = await openPage(b, { viewport, colorScheme: mode.includes("d") ? "dark" : "light" });
  if (key !== "-") await signIn(page, key);
  await page.goto(BASE + path);
  await page.getByRole("heading", { level: 1 }).waitFor({timeout: 8000}).catch((e) => console.log("no h1", name));
  await settled(page);
  await photograph(page, `look-${name}`, { fullPage: true });
  console.log(name, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), faults.slice(0, 3));
  await close();
}
await b.close();

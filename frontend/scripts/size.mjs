// Prints the gzipped JavaScript that each page asks for, and fails above the limit of its face.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMITS = { public: 150_000, space: 260_000 };
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** The chunk and everything it imports statically. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const child of manifest[key]?.imports ?? []) closure(child, seen);
  return seen;
}

const weigh = (keys) => [...keys].reduce((sum, key) => sum + gzipSync(readFileSync(new URL(manifest[key].file, dist)), { level: 9 }).length, 0);
const entry = closure("index.html");
const pages = Object.keys(manifest).filter((key) => /src\/features\/.*Page\.tsx$/.test(key));
if (pages.length === 0) throw new Error("no page found in the manifest");
const addresses = ["space.ts", "season.ts", "lending.ts", "association.ts"].map((file) => readFileSync(new URL(`../src/app/${file}`, import.meta.url), "utf8")).join("\n");
const shell = closure("src/space/SpaceLayout.tsx");

const worst = { public: 0, space: 0 };
for (const page of pages) {
  const face = addresses.includes(page.replace(/^src\/(.*)\.tsx$/, "@/$1")) ? "space" : "public";
  const bytes = weigh(new Set([...entry, ...(face === "space" ? shell : []), ...closure(page)]));
  worst[face] = Math.max(worst[face], bytes);
  console.log(`${face.padEnd(7)} ${page.replace(/.*\//, "").padEnd(24)} ${(bytes / 1000).toFixed(1).padStart(7)} kB`);
}
console.log(`entry alone                      ${(weigh(entry) / 1000).toFixed(1).padStart(7)} kB`);
for (const [face, limit] of Object.entries(LIMITS)) {
  if (worst[face] <= limit) continue;
  console.error(`A page of the ${face} face weighs ${(worst[face] / 1000).toFixed(1)} kB of gzipped JavaScript: over ${limit / 1000} kB.`);
  process.exitCode = 1;
}

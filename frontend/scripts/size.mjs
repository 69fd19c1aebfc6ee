// Prints the gzipped JavaScript that each public page asks for, and fails above the limit.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 150_000;
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

let worst = 0;
for (const page of pages) {
  const bytes = weigh(new Set([...entry, ...closure(page)]));
  worst = Math.max(worst, bytes);
  console.log(`${page.replace(/.*\//, "").padEnd(20)} ${(bytes / 1000).toFixed(1).padStart(7)} kB`);
}
console.log(`entry alone          ${(weigh(entry) / 1000).toFixed(1).padStart(7)} kB   limit ${LIMIT / 1000} kB`);
if (worst > LIMIT) {
  console.error(`A page weighs ${(worst / 1000).toFixed(1)} kB of gzipped JavaScript: over the limit.`);
  process.exit(1);
}

// Makes openapi.json from what the services publish, and the types from it. With --check, fails when either is stale.
import { existsSync, readFileSync, readdirSync, writeFileSync, mkdirSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const check = process.argv.includes("--check");
const published = new URL("../../services/contracts/src/ombelle_contracts/openapi/", import.meta.url);
const merged = new URL("../openapi.json", import.meta.url);
const types = new URL("../src/api/__generated__/schema.d.ts", import.meta.url);

/** One document out of each service's: their paths and components do not overlap, and saying so is our check of it. */
function merge(documents) {
  const whole = { openapi: "3.1.0", info: { title: "Ombelle", version: "1" }, paths: {}, components: { schemas: {} } };
  for (const [file, document] of documents) {
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
      if (whole.paths[path]) throw new Error(`${file}: ${path} is already published by another service`);
      whole.paths[path] = operations;
    }
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      const before = whole.components.schemas[name];
      if (before && JSON.stringify(before) !== JSON.stringify(schema)) throw new Error(`${file}: two different schemas are called ${name}`);
      whole.components.schemas[name] = schema;
    }
  }
  return whole;
}

function write(url, text) {
  const before = existsSync(url) ? readFileSync(url, "utf8") : null;
  if (before === text) return;
  if (check) {
    console.error(`${url.pathname.split("/frontend/")[1]} is stale: run npm run generate`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(new URL(".", url), { recursive: true });
  writeFileSync(url, text);
}

const files = existsSync(published) ? readdirSync(published).filter((file) => file.endsWith(".json")).toSorted() : [];
if (files.length === 0) {
  console.log("No service has published its OpenAPI yet: the types stay as they are.");
} else {
  const documents = files.map((file) => [file, JSON.parse(readFileSync(new URL(file, published), "utf8"))]);
  const whole = merge(documents);
  write(merged, `${JSON.stringify(whole, null, 2)}\n`);
  write(types, `// Made by npm run generate from openapi.json.\n${astToString(await openapiTS(whole))}`);
}

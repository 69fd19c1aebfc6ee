// Which Chromium drives the tests.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** The browser named by OMBELLE_CHROMIUM, else the machine's, else the one that npm brings. Options for playwright's launch. */
export function findChromium() {
  const named = process.env.OMBELLE_CHROMIUM;
  if (named) return { executablePath: named };
  const here = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);
  if (here) return { executablePath: here };
  const folder = unpack();
  const executablePath = join(folder, "chromium");
  if (!lacksLibraries(executablePath)) return { executablePath };
  // The package carries the libraries that a bare machine has not.
  return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: join(folder, "fonts") } };
}

/**
 * Unpacks npm's Chromium beside it. The package would unpack into the shared temporary folder, where a file left half
 * written, or another user's, is taken for a browser: a folder of our own appears whole or not at all.
 */
export function unpack() {
  const folder = join(HERE, "node_modules", ".chromium");
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(`${folder}-`);
  execFileSync(process.execPath, ["--input-type=module", "--eval", "import chromium from '@sparticuz/chromium'; await chromium.executablePath();"], {
    cwd: HERE,
    // The package brings its libraries only where it believes to be on the machines it was made for.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function lacksLibraries(executablePath) {
  try {
    return execFileSync("ldd", [executablePath], { encoding: "utf8" }).includes("not found");
  } catch {
    return false;
  }
}

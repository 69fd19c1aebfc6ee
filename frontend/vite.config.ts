/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Faces seen on the very first paint: asked for before the stylesheet is read. */
const FIRST_PAINT_FONTS = [/bricolage-grotesque-latin-wdth-normal/, /atkinson-hyperlegible-next-latin-wght-normal/];

/** Adds `<link rel="preload">` for the built font files, whose names carry a hash. */
function preloadFonts(): Plugin {
  return {
    name: "ombelle-preload-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        return Object.keys(bundle ?? {})
          .filter((file) => FIRST_PAINT_FONTS.some((font) => font.test(file)))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" },
            injectTo: "head" as const,
          }));
      },
    },
  };
}

const API = process.env["OMBELLE_BASE_URL"] ?? "http://localhost:8000";

export default defineConfig({
  plugins: [react(), preloadFonts()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // MapLibre's worker is an ES module.
  worker: { format: "es" },
  build: {
    manifest: true,
    // MapLibre is one large chunk, fetched with a map only; what a page weighs is measured by `npm run size`.
    chunkSizeWarningLimit: 1200,
    target: "es2022",
    // Nothing may become a data: address that the strict content policy would refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The entry lists every chunk of every page: names are paid for on the first one. The manifest tells which is which.
    rollupOptions: { output: { chunkFileNames: "assets/[hash:8].js", assetFileNames: (asset) => (asset.names.some((name) => name.endsWith(".css")) ? "assets/[hash:8][extname]" : "assets/[name]-[hash][extname]") } },
  },
  // The API takes writes from its own pages alone: served here, they speak as if they came from there.
  server: { proxy: { "/api": { target: API, headers: { origin: API } } } },
  // Each file of tests in a context of its own, as by default; not in a process of its own, which costs eight times as much.
  test: { pool: "vmForks" },
});

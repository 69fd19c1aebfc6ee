import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./identity/fonts.css";
import "./identity/tokens.css";
import "./identity/base.css";
import { App } from "./app/App";
import { chooseLang, rememberedLang } from "./lib/i18n";

async function start(): Promise<void> {
  if (rememberedLang() === "en") await chooseLang("en");
  const root = document.getElementById("root");
  if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
}

void start();

/** « 1 rendez-vous », « 1 234 communes »: the French plural begins at 2, the English one at anything but 1. */
export function count(n: number, one: string, many: string, lang: "fr" | "en" = "fr"): string {
  const number = new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB").format(n);
  return `${number}\u00a0${plural(n, one, many, lang)}`;
}

/** The word alone, where the number is drawn in a way of its own. */
export function plural(n: number, one: string, many: string, lang: "fr" | "en" = "fr"): string {
  const single = lang === "fr" ? Math.abs(n) < 2 : n === 1;
  return single ? one : many;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}

/** The address if it is one a reader may safely follow (http, https), else null. Feeds carry anything. */
export function safeUrl(text: string | null | undefined): string | null {
  if (!text) return null;
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** The same text with the spaces that French keeps unbroken: before « : ; ? ! » and inside its quotation marks. */
export function unbroken(text: string): string {
  return text.replace(/ ([:;?!»])/g, "\u00a0$1").replace(/« /g, "«\u00a0");
}

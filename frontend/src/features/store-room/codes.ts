/** What is read off a label, by a camera or by typing: the address of a unit's page, or its code. */
const PAGE = /\/espace\/exemplaires\/([0-9a-f-]{36})/i;
const plain = (code: string) => code.toLocaleUpperCase("fr").replaceAll(/[^A-Z0-9]/g, "");

/** The unit that a label names, among those of a loan; undefined when it is none of them. */
export function unitRead<U extends { id: string; code: string }>(words: string, units: readonly U[]): U | undefined {
  const id = PAGE.exec(words)?.[1]?.toLowerCase();
  if (id) return units.find((unit) => unit.id.toLowerCase() === id);
  const typed = plain(words);
  return typed ? units.find(({ code }) => plain(code) === typed) : undefined;
}

export interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}

/** The browser's own reader of QR codes, where it has one. */
export function newDetector(): Detector | null {
  const { BarcodeDetector: Found } = window as unknown as { BarcodeDetector?: new (options: { formats: string[] }) => Detector };
  return Found && "mediaDevices" in navigator ? new Found({ formats: ["qr_code"] }) : null;
}

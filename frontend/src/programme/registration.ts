import type { AgendaDetail } from "@/api/types";
import { safeUrl } from "@/lib/text";

export interface Way {
  type: "link" | "phone" | "email";
  href: string;
  shown: string;
}

const EMAIL = /^[^\s@<>"',:;]+@[^\s@<>"',:;]+\.[^\s@<>"',:;]+$/;

/** The ways to register that a link may safely carry; anything else a feed wrote there is left out. */
export function registrationWays(registration: AgendaDetail["registration"]): Way[] {
  return registration.flatMap(({ type, value }): Way[] => {
    const text = value.trim();
    if (type === "link") {
      const href = safeUrl(text);
      return href ? [{ type, href, shown: new URL(href).hostname.replace(/^www\./, "") }] : [];
    }
    if (type === "email") return EMAIL.test(text) ? [{ type, href: `mailto:${text}`, shown: text }] : [];
    const digits = text.replace(/[^\d+]/g, "");
    return digits.length >= 4 ? [{ type, href: `tel:${digits}`, shown: text }] : [];
  });
}

/** Made for tests. */
import type { Dossier } from "./calls";

export function dossier(number: number, more: Partial<Dossier> = {}): Dossier {
  return {
    application_id: `a${number}`, number, title: `Dossier ${number}`, organisation_id: "o", organisation_name: "La Marmite", department: "80", theme: null, commune_insee: null,
    status: "submitted", present_decision: null, present_rank: null, requested_cents: null, scores: null, ...more,
  };
}

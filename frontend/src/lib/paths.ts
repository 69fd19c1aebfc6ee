/** Addresses of our own pages: the only place where they are spelt. */
export const paths = {
  home: () => "/",
  agenda: () => "/agenda",
  event: (slug: string) => `/agenda/${encodeURIComponent(slug)}`,
  schools: () => "/scolaires",
  calendarFile: (slug: string) => `/api/v1/agenda/${encodeURIComponent(slug)}.ics`,
  apiDocs: () => "/api/docs",
} as const;

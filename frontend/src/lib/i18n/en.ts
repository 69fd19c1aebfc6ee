import { formatSpan } from "../dates";
import { count } from "../text";
import type { Dictionary } from "./fr";

const events = (n: number) => count(n, "event", "events", "en");

/** The same words in English. Names of places and texts of organisers stay in French, as they wrote them. */
export const en: Dictionary = {
  site: {
    skip: "Skip to content", agenda: "What’s on", schools: "Schools", borrow: "Borrow", borrowLong: "Borrow an exhibition", calls: "Take part", callsLong: "Calls for projects", home: "Home", nav: "Main navigation",
    foot: "The Fête de la science and science culture, near you.",
    footMark: (n, region) => `An umbel of ${n} rays: one for each department of ${region}.`,
    footMarkOther: (n, region) => `An umbel of ${n} rays: one for each department of ${region}.`,
    language: "Français", languageHint: "Lire ce site en français", programmers: "For programs", association: "The association", directory: "The directory of organisations",
    space: "My space", personalData: "Personal data",
  },
  home: {
    title: "Science is just around the corner.",
    counted: (n, communes, region, dates) => `${events(n)} in ${count(communes, "town", "towns", "en")} of ${region}, ${dates}.`,
    countedHdf: (n, communes, region, dates) => `${events(n)} in ${count(communes, "town", "towns", "en")} of ${region}, ${dates}.`,
    quiet: "The next programme is not in flower yet. Come back soon.",
    meadow: "The programme as a meadow: each flower is an event",
    meadowHelp: "Each flower is an event: its rays are its sessions, its colour its theme, its height how long it lasts.",
    meadowKeys: "Use the arrow keys to go from flower to flower.",
    next: "First events", all: "See everything", schoolsTitle: "Bringing a class?",
    schoolsText: "Workshops, visits and talks that take school groups, with the level and how to book.",
    schoolsLink: "See what takes classes", departments: "By department",
  },
  search: {
    what: "What?", whatHint: "Robots, stars, chemistry…", where: "Where?", whereHint: "A town", when: "When?", submit: "Search",
    label: "Search for an event", anytime: "Any time", today: "Today", weekend: "This weekend", edition: "During the festival",
    dates: "Choose dates", from: "From", to: "to", around: "Around me", aroundBusy: "Finding where you are…",
    aroundRefused: "The browser refused to say where you are: type a town instead.", radius: "Within",
    noCommune: "No town of that name here.", clearPlace: "Clear the place",
    suggestions: "Suggested towns", communeCount: events,
    found: (n) => (n === 0 ? "No town found" : count(n, "town suggested", "towns suggested", "en")),
    km: (n) => `${n}\u00a0km`,
  },
  agenda: {
    title: "What’s on", results: events, resultsNone: "No event", filters: "Filters", filterBy: "Filter events",
    show: (n) => (n === 0 ? "No event: close" : `Show ${events(n)}`), active: "Chosen filters",
    remove: (label) => `Remove the filter ${label}`, clear: "Clear all", more: "Show more", moreBusy: "More is coming…",
    shown: (shown, total) => `${shown} of ${total}`, loading: "The flowers are opening…", loadingFacets: "Filters are coming…",
    in: (name) => `events in ${name}`, view: "View", asList: "List", asMap: "Map", loadingMap: "The map is being drawn…", mapLabel: "Towns on the map",
    mapHelp: "Choose a town on the map to read its events here.", mapBroken: "The map cannot be shown on this device; the towns are listed below.",
    mapCut: (shown, total) => `The map shows the first ${shown} events of ${total}. Choose a place or dates to see the others.`,
    nowhere: (n) => `${events(n)} online or without a known place`,
    sort: "Sort by", byDate: "date", byRelevance: "relevance", byDistance: "distance", close: "Close", moreValues: (n) => `${n} more`,
    fewerValues: "Show less",
  },
  facets: {
    department: "Department", commune: "Town", epci: "Group of towns", commune_size: "Size of town", theme: "Theme",
    activity_type: "Kind", audience: "For whom", school_level: "School level", accessibility: "Accessibility", free: "Price", status: "State",
    structure: "Form", edition: "Edition", age: "Age", holder: "Organiser",
    ageLabel: "Child’s age", ageValue: (n) => `${n} years old`, without: "Not said",
  },
  values: {
    theme: {
      environment: "Environment", digital_innovation: "Digital and innovation", health: "Health", science_society: "Science and society",
      industrial_heritage: "Industrial heritage", astronomy: "Astronomy", history_of_science: "History of science",
      maths_physics_chemistry: "Maths, physics, chemistry", other: "Other sciences",
    },
    activity_type: {
      workshop: "Workshop", lecture: "Lecture", exhibition: "Exhibition", visit: "Visit", show: "Show", game: "Game",
      screening: "Screening", debate: "Debate, meeting", science_village: "Science village", festival: "Festival", trail: "Science trail", other: "Other event",
    },
    audience: { general_public: "Everyone", schools: "School groups" },
    school_level: {
      nursery_school: "Nursery school", primary_school: "Primary school", college: "Lower secondary", lycee: "Upper secondary", higher_education: "Higher education",
    },
    accessibility: {
      hearing: "Hearing impairment", visual: "Visual impairment", psychic: "Mental health condition", motor: "Reduced mobility", intellectual: "Learning disability",
    },
    status: {
      scheduled: "Confirmed", rescheduled: "Rescheduled", moved_online: "Moved online", postponed: "Postponed", full: "Full", cancelled: "Cancelled",
    },
    structure: { single: "Single event", umbrella: "Several activities" },
    free: { true: "Free", false: "Paid" },
    commune_size: {
      under_2000: "Under 2,000 people", from_2000: "2,000 to 9,999 people", from_10000: "10,000 to 49,999 people", from_50000: "50,000 people and more",
    },
  },
  flags: {
    cancelled: "Cancelled", full: "Full", online: "Online", postponed: "Postponed", moved: "Time changed",
    movedTo: (day) => `Moved to ${day}`, movedTime: (time) => `Moved to ${time}`, mixed: "On site and online",
    children: (n) => count(n, "activity", "activities", "en"), until: (day) => `until ${day}`, more: (n) => `+ ${count(n, "other session", "other sessions", "en")}`,
    paid: "Paid", fromAge: (n) => `from ${n} years`, uptoAge: (n) => `up to ${n} years`,
    ages: (a, b) => `${a} to ${b} years`, endsAt: (time) => `→ ${time}`, in: (label) => `in “${label}”`, away: (km) => `${km} km away`,
  },
  event: {
    when: "When", where: "Where", who: "For whom", access: "Accessibility", price: "Price", register: "Register", organiser: "Organiser",
    past: (n) => count(n, "past session", "past sessions", "en"), noSession: "Times are not known yet.", over: "This event is over.",
    accessUnknown: "The organiser has not said. Call them before coming if you need to know.", accessNone: "No particular arrangement is announced.",
    free: "Free", paid: "Paid", priceUnknown: "The price is not given.", audienceUnknown: "The audience is not given.",
    registerNone: "No registration is announced: come along, or call the place to be sure.", website: "Website",
    openMap: "See on OpenStreetMap", mapApp: "Open in my maps application", mapText: (city, region) => `Map: ${city}, ${region}`,
    children: (n) => count(n, "activity", "activities", "en"), parent: "Part of", calendar: "Add to my calendar",
    share: "Share", copied: "Link copied", copyFailed: "Could not copy: the address is at the top of your browser.", photo: "Photo:",
    source: "Entry from the national programme", sourceOwn: "Entry kept by the coordination team", cancelledTitle: "This event is cancelled", postponedTitle: "This event is postponed", onlineTitle: "This event moves online",
    movedTitle: "The time has changed", fullTitle: "This event is full", reason: "Reason:", undated: "The new date is not known yet.", partlyTitle: "Some sessions have changed", joinOnline: "Join online", online: "Online", capacity: (n) => count(n, "seat", "seats", "en"),
    back: "Everything on", loading: "The flower is opening…", keywords: "Keywords", place: "Place to be confirmed", otherVenue: "Elsewhere:", imageAlt: (title) => `Picture of “${title}”`,
    print: "Print",
    flower: (rays) => `Its flower: ${count(rays, "ray for one session", "rays, one for each session", "en")}.`,
  },
  schools: {
    title: "Bringing a class", lead: "Workshops, visits, exhibitions and talks that take school groups. Choose a level, a theme, a distance: each line says how to book.",
    level: "Level", anyLevel: "Any level", theme: "Theme", anyTheme: "Any theme", from: "From my town", book: "How to book",
    direct: "No booking announced", when: "Dates", tel: (n) => `Call ${n}`, mail: (m) => `Write to ${m}`,
  },
  empty: {
    title: "Nothing here.", near: (km) => `Nothing within ${km} km.`, nearDay: (km) => `Nothing that day within ${km} km.`, day: "Nothing that day.", range: "Nothing on those dates.",
    words: (q) => `Nothing looks like “${q}”.`, widen: (km) => `Widen to ${km} km?`, anyDate: "See all dates", noFilter: "Remove the filters", noWords: "Search without these words",
    season: (year) => `Nothing is planned from today on. The ${year} edition can still be read.`, seasonLink: (year, from, to) => `See the ${year} edition, ${formatSpan(from, to, "en", false)}`,
    nothing: "The programme is still empty. It will fill with the next Fête de la science.",
  },
  errors: {
    title: "Something went wrong.", offline: "You seem to be offline. Check the network, then try again.", server: "The service does not answer for now. Try again in a moment.",
    retry: "Try again", reference: (id) => `Reference: ${id}`, notFoundTitle: "This page does not exist.", notFoundText: "The address may be incomplete. Here is where to start again.",
    eventNotFoundTitle: "This event cannot be found.", eventNotFoundText: "The address may be incomplete. Look for it by name or by town.", elsewhereTitle: "This event is announced on another page.", elsewhereText: "It is the same event, at the address it has today:", goneTitle: "This event was withdrawn from the programme.",
    goneText: "The organiser or the coordination team withdrew it. Other events take place near you.", crash: "This page has stopped. Reload it, or start again from the list.", reload: "Reload", filters: "A filter in the address is not understood:",
  },
};

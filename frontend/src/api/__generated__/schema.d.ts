// Made by npm run generate from openapi.json.
export interface paths {
    "/api/v1/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published events, by day */
        get: operations["list_agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agenda/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes and tombstones, for programs that mirror the agenda */
        get: operations["agenda_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agenda/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts over the same events as the list */
        get: operations["agenda_facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agenda/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event, with its sessions, venue and children */
        get: operations["agenda_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agenda/{event}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event as a calendar file */
        get: operations["agenda_event_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communes by the beginning of their name or postal code */
        get: operations["communes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of events that may be one, of all feeds */
        get: operations["duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/{duplicate_id}/apart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the two are not one; they are never proposed again */
        post: operations["tell_apart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/{duplicate_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show one event of the pair in the agenda, and hide the other behind it */
        post: operations["link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/{duplicate_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo the decision on a pair */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The festival's editions, newest first */
        get: operations["editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An event with all its fields, published or not */
        get: operations["event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of an event; a sync keeps them from then on */
        patch: operations["change_event"];
        trace?: never;
    };
    "/api/v1/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The feeds, by name */
        get: operations["feeds"];
        put?: never;
        /** Add a feed */
        post: operations["declare_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A feed, with its last run */
        get: operations["feed"];
        put?: never;
        post?: never;
        /** Remove a feed; the events that it brought stay */
        delete: operations["remove_feed"];
        options?: never;
        head?: never;
        /** Change settings of a feed */
        patch: operations["change_feed"];
        trace?: never;
    };
    "/api/v1/feeds/{name}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fields edited here that the source has changed since */
        get: operations["conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{name}/conflicts/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle several conflicts, all or none */
        post: operations["settle_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{name}/conflicts/{conflict_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep what stands here, or take what the source says */
        post: operations["settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{name}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of events that may be one, of which one comes from this feed */
        get: operations["feed_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{name}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a feed, by id */
        get: operations["feed_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{name}/records/{external_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A row of a feed: as it came, as it was applied, and why it is in quarantine */
        get: operations["feed_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{name}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs of a feed, newest first */
        get: operations["runs"];
        put?: never;
        /** Ask for a run; the worker carries it out */
        post: operations["ask_for_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{name}/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run of a feed */
        get: operations["run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The region, its departments and their outlines */
        get: operations["territory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AgeRange
         * @description Ages welcomed, in years, both included; null for no bound.
         */
        AgeRange: {
            /** Max */
            max: number | null;
            /** Min */
            min: number | null;
        };
        /**
         * AgendaCard
         * @description An event as lists show it.
         */
        AgendaCard: {
            /**
             * Accessibility
             * @description Needs met; null when nobody said.
             */
            accessibility: string[] | null;
            /** Activity Type */
            activity_type: string | null;
            age: components["schemas"]["AgeRange"];
            /**
             * Attendance Mode
             * @enum {string}
             */
            attendance_mode: "onsite" | "online" | "mixed";
            /** Audience */
            audience: string[];
            /**
             * Bookable
             * @description Whether there is a way to register.
             */
            bookable: boolean;
            /** Children Count */
            children_count: number;
            /** Description */
            description: string | null;
            /** Edition */
            edition: number | null;
            /** Free */
            free: boolean | null;
            /** Holder */
            holder: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            image: components["schemas"]["AgendaImage"] | null;
            parent: components["schemas"]["AgendaParent"] | null;
            /** School Levels */
            school_levels: string[];
            /** Sessions */
            sessions: components["schemas"]["AgendaSession"][];
            /** Slug */
            slug: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled";
            /** Status Reason */
            status_reason: string | null;
            /**
             * Structure
             * @enum {string}
             */
            structure: "single" | "umbrella";
            /** Theme */
            theme: string | null;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            venue: components["schemas"]["AgendaVenue"] | null;
        };
        /**
         * AgendaChange
         * @description The last change of an event; `event` is null in a tombstone.
         */
        AgendaChange: {
            /**
             * Change
             * @enum {string}
             */
            change: "upsert" | "delete";
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            event: components["schemas"]["AgendaCard"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Slug */
            slug: string;
        };
        /**
         * AgendaChanges
         * @description Changes, oldest first; `next` continues after them, now or later.
         */
        AgendaChanges: {
            /** Items */
            items: components["schemas"]["AgendaChange"][];
            /** More */
            more: boolean;
            /** Next */
            next: string;
        };
        /**
         * AgendaDetail
         * @description An event as its page shows it.
         */
        AgendaDetail: {
            /**
             * Accessibility
             * @description Needs met; null when nobody said.
             */
            accessibility: string[] | null;
            /** Activity Type */
            activity_type: string | null;
            age: components["schemas"]["AgeRange"];
            /**
             * Attendance Mode
             * @enum {string}
             */
            attendance_mode: "onsite" | "online" | "mixed";
            /** Audience */
            audience: string[];
            /**
             * Bookable
             * @description Whether there is a way to register.
             */
            bookable: boolean;
            /** Children */
            children: components["schemas"]["AgendaCard"][];
            /** Children Count */
            children_count: number;
            /** Conditions */
            conditions: string | null;
            /** Description */
            description: string | null;
            /** Edition */
            edition: number | null;
            /** Free */
            free: boolean | null;
            /** Holder */
            holder: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            image: components["schemas"]["AgendaImage"] | null;
            /** Keywords */
            keywords: string[];
            /**
             * Long Description Html
             * @description Safe HTML.
             */
            long_description_html: string | null;
            /** Online Access Url */
            online_access_url: string | null;
            parent: components["schemas"]["AgendaParent"] | null;
            /** Registration */
            registration: components["schemas"]["RegistrationWay"][];
            /** School Levels */
            school_levels: string[];
            /** Sessions */
            sessions: components["schemas"]["AgendaSessionDetail"][];
            /** Slug */
            slug: string;
            source: components["schemas"]["AgendaSource"] | null;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled";
            /** Status Reason */
            status_reason: string | null;
            /**
             * Structure
             * @enum {string}
             */
            structure: "single" | "umbrella";
            /** Theme */
            theme: string | null;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            venue: components["schemas"]["AgendaVenueDetail"] | null;
        };
        /**
         * AgendaFacets
         * @description Counts over the same set as the list with the same filters.
         */
        AgendaFacets: {
            /** Accessibility */
            accessibility: components["schemas"]["FacetCount"][];
            /** Activity Type */
            activity_type: components["schemas"]["FacetCount"][];
            /** Audience */
            audience: components["schemas"]["FacetCount"][];
            /** Commune */
            commune: components["schemas"]["FacetCount"][];
            /** Commune Size */
            commune_size: components["schemas"]["FacetCount"][];
            /** Department */
            department: components["schemas"]["FacetCount"][];
            /** Edition */
            edition: components["schemas"]["FacetCount"][];
            /** Epci */
            epci: components["schemas"]["FacetCount"][];
            /** Free */
            free: components["schemas"]["FacetCount"][];
            /** School Level */
            school_level: components["schemas"]["FacetCount"][];
            /** Status */
            status: components["schemas"]["FacetCount"][];
            /** Structure */
            structure: components["schemas"]["FacetCount"][];
            /** Theme */
            theme: components["schemas"]["FacetCount"][];
            /** Total */
            total: number;
        };
        /**
         * AgendaImage
         * @description A picture, with the name of its author.
         */
        AgendaImage: {
            /** Alt */
            alt: string | null;
            /** Credits */
            credits: string | null;
            /** Url */
            url: string;
        };
        /**
         * AgendaItem
         * @description A card in a reader's window of days.
         */
        AgendaItem: {
            /**
             * Accessibility
             * @description Needs met; null when nobody said.
             */
            accessibility: string[] | null;
            /** Activity Type */
            activity_type: string | null;
            age: components["schemas"]["AgeRange"];
            /**
             * Attendance Mode
             * @enum {string}
             */
            attendance_mode: "onsite" | "online" | "mixed";
            /** Audience */
            audience: string[];
            /**
             * Bookable
             * @description Whether there is a way to register.
             */
            bookable: boolean;
            /** Children Count */
            children_count: number;
            /** Description */
            description: string | null;
            /**
             * Distance Km
             * @description Only when `near` is asked.
             */
            distance_km?: number | null;
            /** Edition */
            edition: number | null;
            first_session: components["schemas"]["FirstSession"];
            /** Free */
            free: boolean | null;
            /** Holder */
            holder: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            image: components["schemas"]["AgendaImage"] | null;
            parent: components["schemas"]["AgendaParent"] | null;
            /** School Levels */
            school_levels: string[];
            /** Sessions */
            sessions: components["schemas"]["AgendaSession"][];
            /** Slug */
            slug: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled";
            /** Status Reason */
            status_reason: string | null;
            /**
             * Structure
             * @enum {string}
             */
            structure: "single" | "umbrella";
            /** Theme */
            theme: string | null;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            venue: components["schemas"]["AgendaVenue"] | null;
        };
        /**
         * AgendaPage
         * @description A page of the agenda; `next` is null on the last one.
         */
        AgendaPage: {
            /** Items */
            items: components["schemas"]["AgendaItem"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * AgendaParent
         * @description The umbrella event that an event belongs to.
         */
        AgendaParent: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Slug */
            slug: string;
            /** Title */
            title: string;
        };
        /**
         * AgendaSession
         * @description One session; instants carry the local offset of where it happens.
         */
        AgendaSession: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Previous Ends At */
            previous_ends_at: string | null;
            /** Previous Starts At */
            previous_starts_at: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled";
            /** Status Reason */
            status_reason: string | null;
        };
        /**
         * AgendaSessionDetail
         * @description A session with what its own page shows.
         */
        AgendaSessionDetail: {
            /** Audience */
            audience: string[] | null;
            /** Capacity */
            capacity: number | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Previous Ends At */
            previous_ends_at: string | null;
            /** Previous Starts At */
            previous_starts_at: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled";
            /** Status Reason */
            status_reason: string | null;
            /** Timezone */
            timezone: string;
            venue: components["schemas"]["AgendaVenueDetail"] | null;
        };
        /**
         * AgendaSource
         * @description Where an event was first written.
         */
        AgendaSource: {
            /** Name */
            name: string;
            /** Url */
            url: string | null;
        };
        /**
         * AgendaVenue
         * @description Where it happens; `insee` and `department` are null when the commune is not known.
         */
        AgendaVenue: {
            /** City */
            city: string | null;
            /** Department */
            department: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Insee */
            insee: string | null;
            /** Latitude */
            latitude: number | null;
            /** Longitude */
            longitude: number | null;
            /** Name */
            name: string;
        };
        /**
         * AgendaVenueDetail
         * @description A venue with how to get there.
         */
        AgendaVenueDetail: {
            /** Access */
            access: string | null;
            /** Address */
            address: string | null;
            /** City */
            city: string | null;
            /** Department */
            department: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Insee */
            insee: string | null;
            /** Latitude */
            latitude: number | null;
            /** Longitude */
            longitude: number | null;
            /** Name */
            name: string;
            /** Phone */
            phone: string | null;
            /** Postal Code */
            postal_code: string | null;
            /** Website */
            website: string | null;
        };
        /**
         * AskRun
         * @description What kind of run is asked.
         */
        AskRun: {
            /**
             * Force
             * @default false
             */
            force: boolean;
            /**
             * Full
             * @default false
             */
            full: boolean;
        };
        /**
         * CommuneOut
         * @description A commune, with how many published events it has from today on.
         */
        CommuneOut: {
            /** Department */
            department: string;
            /** Event Count */
            event_count: number;
            /** Insee */
            insee: string;
            /** Latitude */
            latitude: number;
            /** Longitude */
            longitude: number;
            /** Name */
            name: string;
            /** Population */
            population: number;
            /** Postal Codes */
            postal_codes: string[];
        };
        /**
         * Communes
         * @description Communes whose name or postal code begins so, those with events first.
         */
        Communes: {
            /** Items */
            items: components["schemas"]["CommuneOut"][];
        };
        /**
         * ConflictOut
         * @description A field edited here that the source has changed since. Both values have the same shape.
         *
         *     `venue` is a place, `parent` an event in few words, `sessions` a list of beginnings and ends, `edition` a year.
         */
        ConflictOut: {
            /**
             * Allowed Actions
             * @description What can be done with it.
             */
            readonly allowed_actions: string[];
            event: components["schemas"]["EventName"];
            /** Field */
            field: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kept */
            kept: ("ours" | "theirs") | null;
            /**
             * Label
             * @description What the field is called on screen.
             */
            readonly label: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Ours
             * @description What stands here now.
             */
            ours: unknown;
            /** Settled At */
            settled_at: string | null;
            /** Settled By */
            settled_by: string | null;
            /**
             * State
             * @description Whether somebody has still to decide.
             * @enum {string}
             */
            readonly state: "open" | "settled";
            /**
             * Theirs
             * @description What the source says; null when it says nothing.
             */
            theirs: unknown;
        };
        /**
         * Conflicts
         * @description A page of conflicts.
         */
        Conflicts: {
            /** Items */
            items: components["schemas"]["ConflictOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * DepartmentOut
         * @description A department of the territory.
         */
        DepartmentOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * DuplicateEvent
         * @description One event of a pair.
         */
        DuplicateEvent: {
            /**
             * Feeds
             * @description The feeds that bring it, by name.
             */
            feeds: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shown
             * @description Whether the agenda shows it.
             */
            shown: boolean;
            /** Slug */
            slug: string;
            /** Title */
            title: string;
        };
        /**
         * DuplicateOut
         * @description Two events that may be one. Linked, the agenda shows `kept_id` of the two.
         */
        DuplicateOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Events */
            events: components["schemas"]["DuplicateEvent"][];
            /**
             * Found At
             * Format: date-time
             */
            found_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kept Id */
            kept_id: string | null;
            /** Settled At */
            settled_at: string | null;
            /** Settled By */
            settled_by: string | null;
            /**
             * Similarity
             * @description What the titles have in common, from 0 to 1.
             */
            similarity: number;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "linked" | "apart";
        };
        /**
         * Duplicates
         * @description A page of pairs.
         */
        Duplicates: {
            /** Items */
            items: components["schemas"]["DuplicateOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * EditionOut
         * @description A year's festival; civil days, both included.
         */
        EditionOut: {
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Theme */
            theme: string | null;
            /** Year */
            year: number;
        };
        /**
         * Editions
         * @description A page of editions, newest first; `next` is null on the last one.
         */
        Editions: {
            /** Items */
            items: components["schemas"]["EditionOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * EventName
         * @description An event in few words.
         */
        EventName: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Slug */
            slug: string;
            /** Title */
            title: string;
        };
        /**
         * EventOut
         * @description An event as those who keep the programme see it.
         */
        EventOut: {
            /** Accessibility */
            accessibility: string[] | null;
            /** Activity Type */
            activity_type: string | null;
            /** Additional */
            additional: {
                [key: string]: unknown;
            };
            /** Age Max */
            age_max: number | null;
            /** Age Min */
            age_min: number | null;
            /** Allowed Actions */
            allowed_actions: string[];
            /** Attendance Mode */
            attendance_mode: string;
            /** Audience */
            audience: string[];
            /** Conditions */
            conditions: string | null;
            /** Description */
            description: string | null;
            /** Edition Id */
            edition_id: string | null;
            /** Free */
            free: boolean | null;
            /** Holder */
            holder: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Keywords */
            keywords: string[];
            /** Long Description */
            long_description: string | null;
            /** Online Access Url */
            online_access_url: string | null;
            /** Parent Id */
            parent_id: string | null;
            /**
             * Provenance
             * @description Fields edited here, which no source overwrites; the others come from `source_name`.
             */
            provenance: {
                [key: string]: "here";
            };
            /** Publication */
            publication: string;
            /** Registration */
            registration: {
                [key: string]: string;
            }[];
            /** School Levels */
            school_levels: string[];
            /** Slug */
            slug: string;
            /** Source Name */
            source_name: string | null;
            /** Source Url */
            source_url: string | null;
            /** Status */
            status: string;
            /** Status Reason */
            status_reason: string | null;
            /** Structure */
            structure: string;
            /** Theme */
            theme: string | null;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Venue Id */
            venue_id: string | null;
            /** Version */
            version: number;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * EventPatch
         * @description The fields to change; those left out stay as they are, and null is refused where nothing cannot be meant.
         */
        EventPatch: {
            /** Accessibility */
            accessibility?: ("hearing" | "visual" | "psychic" | "motor" | "intellectual")[] | null;
            /** Activity Type */
            activity_type?: ("workshop" | "lecture" | "exhibition" | "visit" | "show" | "game" | "screening" | "debate" | "science_village" | "festival" | "trail" | "other") | null;
            /** Age Max */
            age_max?: number | null;
            /** Age Min */
            age_min?: number | null;
            /** Audience */
            audience?: ("general_public" | "schools")[];
            /** Conditions */
            conditions?: string | null;
            /** Description */
            description?: string | null;
            /** Free */
            free?: boolean | null;
            /** Holder */
            holder?: string | null;
            /** Keywords */
            keywords?: string[];
            /**
             * Long Description
             * @description Markdown.
             */
            long_description?: string | null;
            /**
             * Publication
             * @enum {string}
             */
            publication?: "draft" | "ready" | "published" | "unpublished";
            /** Registration */
            registration?: components["schemas"]["Registration"][];
            /** School Levels */
            school_levels?: ("nursery_school" | "primary_school" | "college" | "lycee" | "higher_education")[];
            /**
             * Status
             * @enum {string}
             */
            status?: "scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled";
            /** Status Reason */
            status_reason?: string | null;
            /** Theme */
            theme?: ("environment" | "digital_innovation" | "health" | "science_society" | "industrial_heritage" | "astronomy" | "history_of_science" | "maths_physics_chemistry" | "other") | null;
            /** Title */
            title?: string;
        };
        /**
         * FacetCount
         * @description How many events have a value; null counts those without any.
         */
        FacetCount: {
            /** Count */
            count: number;
            /** Label */
            label: string | null;
            /** Value */
            value: string | null;
        };
        /**
         * FeedDeclaration
         * @description A new feed.
         */
        FeedDeclaration: {
            /** Agenda */
            agenda?: string | null;
            /**
             * Edition
             * @description The year that each event is bound to.
             */
            edition?: number | null;
            /**
             * Every Minutes
             * @description Null: only when it is asked for.
             */
            every_minutes?: number | null;
            /**
             * Key
             * @description Kept, used, and never given back.
             */
            key?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "openagenda-v2" | "opendatasoft";
            /** Name */
            name: string;
            /**
             * Territory
             * @description Departments admitted; null for all; ours when it is left out.
             */
            territory?: string[] | null;
            /** Url */
            url: string;
        };
        /**
         * FeedOut
         * @description A feed, without its key.
         */
        FeedOut: {
            /** Agenda */
            agenda: string | null;
            /**
             * Allowed Actions
             * @default [
             *       "edit",
             *       "remove",
             *       "run"
             *     ]
             */
            allowed_actions: string[];
            /** Edition */
            edition: number | null;
            /** Events */
            events: number;
            /** Every Minutes */
            every_minutes: number | null;
            /** Has Key */
            has_key: boolean;
            /** Kind */
            kind: string;
            last_run: components["schemas"]["RunOut"] | null;
            /** Name */
            name: string;
            /** Open Conflicts */
            open_conflicts: number;
            /** Quarantined */
            quarantined: number;
            /** Territory */
            territory: string[] | null;
            /** Url */
            url: string;
            /** Version */
            version: number;
            /** Watermark */
            watermark: string | null;
        };
        /**
         * FeedPatch
         * @description The settings to change; those left out stay as they are.
         */
        FeedPatch: {
            /** Agenda */
            agenda?: string | null;
            /**
             * Edition
             * @description The year that each event is bound to.
             */
            edition?: number | null;
            /**
             * Every Minutes
             * @description Null: only when it is asked for.
             */
            every_minutes?: number | null;
            /**
             * Key
             * @description Kept, used, and never given back.
             */
            key?: string | null;
            /**
             * Territory
             * @description Departments admitted; null for all; ours when it is left out.
             */
            territory?: string[] | null;
            /** Url */
            url?: string;
        };
        /**
         * Feeds
         * @description A page of feeds.
         */
        Feeds: {
            /** Items */
            items: components["schemas"]["FeedOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * FirstSession
         * @description The first session in the reader's window of days.
         */
        FirstSession: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled";
        };
        /**
         * Link
         * @description Which event of the pair the agenda shows.
         */
        Link: {
            /**
             * Keep
             * Format: uuid
             */
            keep: string;
        };
        /**
         * Problem
         * @description RFC 9457. `code` is stable; `detail` is for people, in French.
         */
        Problem: {
            code: string;
            detail: string;
            errors?: {
                code: string;
                detail: string;
                pointer: string;
            }[];
            instance: string;
            request_id: string;
            status: number;
            title: string;
            type: string;
        };
        /**
         * RecordDetail
         * @description A row of a feed with what it brought.
         *
         *     `raw` is the last row that came. Where that one is in quarantine, `applied` and `last_good_raw` are the version
         *     before it, if there was one.
         */
        RecordDetail: {
            /**
             * Allowed Actions
             * @default []
             */
            allowed_actions: string[];
            /**
             * Applied
             * @description The values of the last good version, by field.
             */
            applied: {
                [key: string]: unknown;
            } | null;
            event: components["schemas"]["EventName"] | null;
            /** External Id */
            external_id: string;
            /**
             * First Seen At
             * @description Since when it is in quarantine.
             */
            first_seen_at: string | null;
            /** Last Good Raw */
            last_good_raw: unknown;
            /**
             * Leads
             * @description Whether this row speaks for the event, when several feeds bring it.
             */
            leads: boolean;
            /**
             * Linked
             * @description Whether the event is ours, and the row only tied to it.
             */
            linked: boolean;
            /** Notes */
            notes: string[];
            /**
             * Pointer
             * @description JSON pointer to what could not be read in the raw row.
             */
            pointer: string | null;
            /** Raw */
            raw: unknown;
            /** Reason */
            reason: string | null;
            /** Source Updated At */
            source_updated_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "live" | "withdrawn" | "quarantined";
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * RecordOut
         * @description A row of a feed: `live`, `withdrawn` by its source, or `quarantined` with the reason.
         */
        RecordOut: {
            /**
             * Allowed Actions
             * @default []
             */
            allowed_actions: string[];
            event: components["schemas"]["EventName"] | null;
            /** External Id */
            external_id: string;
            /**
             * First Seen At
             * @description Since when it is in quarantine.
             */
            first_seen_at: string | null;
            /**
             * Leads
             * @description Whether this row speaks for the event, when several feeds bring it.
             */
            leads: boolean;
            /**
             * Linked
             * @description Whether the event is ours, and the row only tied to it.
             */
            linked: boolean;
            /** Notes */
            notes: string[];
            /**
             * Pointer
             * @description JSON pointer to what could not be read in the raw row.
             */
            pointer: string | null;
            /** Reason */
            reason: string | null;
            /** Source Updated At */
            source_updated_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "live" | "withdrawn" | "quarantined";
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * RecordWithRaw
         * @description A row of a feed, and the row as it came.
         */
        RecordWithRaw: {
            /**
             * Allowed Actions
             * @default []
             */
            allowed_actions: string[];
            event: components["schemas"]["EventName"] | null;
            /** External Id */
            external_id: string;
            /**
             * First Seen At
             * @description Since when it is in quarantine.
             */
            first_seen_at: string | null;
            /**
             * Leads
             * @description Whether this row speaks for the event, when several feeds bring it.
             */
            leads: boolean;
            /**
             * Linked
             * @description Whether the event is ours, and the row only tied to it.
             */
            linked: boolean;
            /** Notes */
            notes: string[];
            /**
             * Pointer
             * @description JSON pointer to what could not be read in the raw row.
             */
            pointer: string | null;
            /** Raw */
            raw: unknown;
            /** Reason */
            reason: string | null;
            /** Source Updated At */
            source_updated_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "live" | "withdrawn" | "quarantined";
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * Records
         * @description A page of rows; with `raw=true`, each with its raw row.
         */
        Records: {
            /** Items */
            items: components["schemas"]["RecordWithRaw"][] | components["schemas"]["RecordOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Registration
         * @description A way to register.
         */
        Registration: {
            /**
             * Type
             * @enum {string}
             */
            type: "link" | "phone" | "email";
            /** Value */
            value: string;
        };
        /**
         * RegistrationWay
         * @description A way to register.
         */
        RegistrationWay: {
            /**
             * Type
             * @enum {string}
             */
            type: "link" | "phone" | "email";
            /** Value */
            value: string;
        };
        /**
         * RunAsked
         * @description The run waits for the worker; `queued` is false when the same one was waiting already.
         */
        RunAsked: {
            /** Name */
            name: string;
            /** Queued */
            queued: boolean;
        };
        /**
         * RunOut
         * @description One run of a feed.
         */
        RunOut: {
            /** Detail */
            detail: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Forced */
            forced: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Mode
             * @enum {string}
             */
            mode: "incremental" | "full";
            report: components["schemas"]["RunReport"] | null;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "complete" | "incomplete" | "held" | "interrupted" | "failed";
            summary: components["schemas"]["RunSummary"] | null;
        };
        /**
         * RunReport
         * @description What a run met that no mapping knows, and in how many rows; all of it was kept.
         */
        RunReport: {
            /** Unknown Columns */
            unknown_columns: {
                [key: string]: number;
            };
            /** Unknown Labels */
            unknown_labels: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        /**
         * RunSummary
         * @description The counts of a run.
         */
        RunSummary: {
            /** Complete */
            complete: boolean;
            /** Conflicts */
            conflicts: number;
            /** Created */
            created: number;
            /** Duplicates */
            duplicates: number;
            /** Fetched */
            fetched: number;
            /** Quarantined */
            quarantined: number;
            /** Restored */
            restored: number;
            /** Seconds */
            seconds: number;
            /** Unchanged */
            unchanged: number;
            /** Updated */
            updated: number;
            /** Withdrawn */
            withdrawn: number;
        };
        /**
         * Runs
         * @description A page of runs.
         */
        Runs: {
            /** Items */
            items: components["schemas"]["RunOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Settle
         * @description Whose value stays.
         */
        Settle: {
            /**
             * Keep
             * @enum {string}
             */
            keep: "ours" | "theirs";
        };
        /**
         * SettleAll
         * @description Several conflicts of a feed.
         */
        SettleAll: {
            /** Settlements */
            settlements: components["schemas"]["SettleOne"][];
        };
        /**
         * SettleOne
         * @description Whose value stays in one of several conflicts.
         */
        SettleOne: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Keep
             * @enum {string}
             */
            keep: "ours" | "theirs";
        };
        /**
         * Settled
         * @description How a conflict was settled.
         */
        Settled: {
            /** Field */
            field: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kept
             * @enum {string}
             */
            kept: "ours" | "theirs";
            /**
             * Settled At
             * Format: date-time
             */
            settled_at: string;
            /** Settled By */
            settled_by: string;
        };
        /**
         * SettledAll
         * @description How several conflicts were settled, in the order asked.
         */
        SettledAll: {
            /** Items */
            items: components["schemas"]["Settled"][];
        };
        /**
         * Territory
         * @description The region that this agency covers.
         */
        Territory: {
            /** Bounds */
            bounds: number[];
            /** Departments */
            departments: components["schemas"]["DepartmentOut"][];
            /** Name */
            name: string;
            /** Outlines */
            outlines: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_agenda: {
        parameters: {
            query?: {
                /** @description Words to find, in French; accents and small typing errors are forgiven. */
                q?: string;
                /** @description First day, in Paris, included; today when absent. */
                from?: string;
                /** @description Last day, in Paris, included; no end when absent. */
                to?: string;
                /** @description Department codes. */
                department?: string[];
                /** @description INSEE codes of communes. */
                commune?: string[];
                /** @description SIREN of intercommunalities. */
                epci?: string[];
                /** @description Classes of commune by population. */
                commune_size?: ("under_2000" | "from_2000" | "from_10000" | "from_50000")[];
                /** @description A point `latitude,longitude`, or the INSEE code of a commune. */
                near?: string;
                /** @description Distance from `near`, in kilometres as the crow flies. */
                radius_km?: number;
                /** @description Rectangle `west,south,east,north`, in degrees. */
                bbox?: string;
                /** @description Audiences welcomed. */
                audience?: ("general_public" | "schools")[];
                /** @description School levels welcomed. */
                school_level?: ("nursery_school" | "primary_school" | "college" | "lycee" | "higher_education")[];
                /** @description Types of activity. */
                activity_type?: ("workshop" | "lecture" | "exhibition" | "visit" | "show" | "game" | "screening" | "debate" | "science_village" | "festival" | "trail" | "other")[];
                /** @description Themes. */
                theme?: ("environment" | "digital_innovation" | "health" | "science_society" | "industrial_heritage" | "astronomy" | "history_of_science" | "maths_physics_chemistry" | "other")[];
                /** @description An age welcomed, in years; events that say nothing welcome all. */
                age?: number;
                /** @description Needs that must all be met. */
                accessibility?: ("hearing" | "visual" | "psychic" | "motor" | "intellectual")[];
                /** @description Free of charge, or not. */
                free?: boolean;
                /** @description Statuses. */
                status?: ("scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled")[];
                /** @description Year of the edition. */
                edition?: number;
                /** @description Name of the organisation that holds the event. */
                holder?: string;
                /** @description Single events, or umbrellas. */
                structure?: ("single" | "umbrella")[];
                /** @description Order; relevance needs `q`, distance needs `near`. */
                sort?: "date" | "relevance" | "distance";
                /** @description How many items. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaPage"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_input`: The request is invalid · `commune_unknown`: No such commune in the territory */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agenda_changes: {
        parameters: {
            query?: {
                /** @description The `next` of the last answer, or an instant with its offset; all when absent. */
                since?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaChanges"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agenda_facets: {
        parameters: {
            query?: {
                /** @description Words to find, in French; accents and small typing errors are forgiven. */
                q?: string;
                /** @description First day, in Paris, included; today when absent. */
                from?: string;
                /** @description Last day, in Paris, included; no end when absent. */
                to?: string;
                /** @description Department codes. */
                department?: string[];
                /** @description INSEE codes of communes. */
                commune?: string[];
                /** @description SIREN of intercommunalities. */
                epci?: string[];
                /** @description Classes of commune by population. */
                commune_size?: ("under_2000" | "from_2000" | "from_10000" | "from_50000")[];
                /** @description A point `latitude,longitude`, or the INSEE code of a commune. */
                near?: string;
                /** @description Distance from `near`, in kilometres as the crow flies. */
                radius_km?: number;
                /** @description Rectangle `west,south,east,north`, in degrees. */
                bbox?: string;
                /** @description Audiences welcomed. */
                audience?: ("general_public" | "schools")[];
                /** @description School levels welcomed. */
                school_level?: ("nursery_school" | "primary_school" | "college" | "lycee" | "higher_education")[];
                /** @description Types of activity. */
                activity_type?: ("workshop" | "lecture" | "exhibition" | "visit" | "show" | "game" | "screening" | "debate" | "science_village" | "festival" | "trail" | "other")[];
                /** @description Themes. */
                theme?: ("environment" | "digital_innovation" | "health" | "science_society" | "industrial_heritage" | "astronomy" | "history_of_science" | "maths_physics_chemistry" | "other")[];
                /** @description An age welcomed, in years; events that say nothing welcome all. */
                age?: number;
                /** @description Needs that must all be met. */
                accessibility?: ("hearing" | "visual" | "psychic" | "motor" | "intellectual")[];
                /** @description Free of charge, or not. */
                free?: boolean;
                /** @description Statuses. */
                status?: ("scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled")[];
                /** @description Year of the edition. */
                edition?: number;
                /** @description Name of the organisation that holds the event. */
                holder?: string;
                /** @description Single events, or umbrellas. */
                structure?: ("single" | "umbrella")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaFacets"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_input`: The request is invalid · `commune_unknown`: No such commune in the territory */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agenda_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug or id. */
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaDetail"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `event_not_found`: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_withdrawn`: The event is no longer published · `event_shown_elsewhere`: The event is shown under another one */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agenda_event_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug or id. */
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `event_not_found`: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_withdrawn`: The event is no longer published · `event_shown_elsewhere`: The event is shown under another one */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    communes: {
        parameters: {
            query: {
                /** @description Beginning of a name or of a postal code, or an INSEE code. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communes"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicates: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: "open" | "linked" | "apart";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duplicates"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tell_apart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                duplicate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `duplicate_not_found`: No such pair of events */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `duplicate_settled`: The pair is already settled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                duplicate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Link"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `duplicate_not_found`: No such pair of events */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `duplicate_settled`: The pair is already settled · `events_not_linkable`: The events cannot be linked */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                duplicate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `duplicate_not_found`: No such pair of events */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `duplicate_open`: The pair is not settled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editions"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_unknown`: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_event: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_unknown`: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_changed_meanwhile`: The event has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_needed`: If-Match is required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feeds: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feeds"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedDeclaration"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_exists`: The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_feed: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_running`: The feed is being synced */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_changed_meanwhile`: The feed has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_needed`: If-Match is required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_feed: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_running`: The feed is being synced */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_changed_meanwhile`: The feed has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_needed`: If-Match is required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conflicts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: "open" | "settled";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conflicts"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle_all: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleAll"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettledAll"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_settlements_refused`: Some conflicts cannot be settled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                conflict_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settle"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settled"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed · `feed_conflict_not_found`: No such conflict */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_conflict_settled`: The conflict is already settled · `feed_source_value_unusable`: The source's value cannot be taken over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feed_duplicates: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: "open" | "linked" | "apart";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duplicates"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feed_records: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: ("live" | "withdrawn" | "quarantined") | null;
                /** @description Part of an id or of a title. */
                q?: string | null;
                /** @description Whether something was noted when it was read. */
                notes?: boolean | null;
                /** @description Give the raw row of each. */
                raw?: boolean;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Records"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feed_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                external_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed · `feed_record_not_found`: No such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runs: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runs"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_for_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AskRun"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAsked"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_not_found`: No such feed · `feed_run_not_found`: No such run */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    territory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Territory"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}

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
    "/api/v1/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in the service events, newest first */
        get: operations["audit_of_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/events/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether nothing of it was changed or taken out */
        get: operations["verify_audit_of_events"];
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
    "/api/v1/dead-letters/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages of the service events that could not be delivered */
        get: operations["dead_letters_of_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/events/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it again */
        post: operations["replay_dead_letter_of_events"];
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
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events that one keeps, published or not, the last made first */
        get: operations["events"];
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
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, by name */
        get: operations["accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account */
        get: operations["account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an account: roles given and taken, sign-ins, changes */
        get: operations["account_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a role of the agency */
        put: operations["give_role"];
        post?: never;
        /** Take a role of the agency */
        delete: operations["take_role"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an account: its sessions end, its tokens are worth nothing */
        post: operations["suspend_account"];
        /** Open an account again */
        delete: operations["reopen_account"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/gateway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in the service gateway, newest first */
        get: operations["audit_of_gateway"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/gateway/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether nothing of it was changed or taken out */
        get: operations["verify_audit_of_gateway"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/gateway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages of the service gateway that could not be delivered */
        get: operations["dead_letters_of_gateway"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/gateway/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it again */
        post: operations["replay_dead_letter_of_gateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom one may be, where a demo runs */
        get: operations["demo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the demo's stack has sent, newest first */
        get: operations["demo_mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/mails/{mail_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mail that the demo's stack has sent */
        get: operations["demo_mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come in as somebody of the demo */
        post: operations["demo_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that an erasure took place */
        get: operations["erasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails, newest first */
        get: operations["mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mails/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a mail that a person writes would read */
        post: operations["preview_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mails/{mail_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mail, with what it says */
        get: operations["mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mails/{mail_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a mail again, now */
        post: operations["retry_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, what I may be; nobody signed in gets an answer too */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name or my language */
        patch: operations["change_me"];
        trace?: never;
    };
    "/api/v1/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another address: a link is sent there */
        post: operations["ask_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the new address by its link: every other session ends */
        post: operations["confirm_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase oneself, everywhere, for good */
        post: operations["erase_me"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that is held of oneself, in every service, as an archive */
        post: operations["export_me"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys, the newest first */
        get: operations["my_passkeys"];
        put?: never;
        /** Add the passkey that my browser made */
        post: operations["add_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What my browser is asked to make a passkey by */
        post: operations["new_passkey_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one of my passkeys: nobody signs in by it any more */
        delete: operations["delete_passkey"];
        options?: never;
        head?: never;
        /** Rename one of my passkeys */
        patch: operations["rename_passkey"];
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in, the last used first */
        get: operations["my_sessions"];
        put?: never;
        post?: never;
        /** End all of my sessions but this one */
        delete: operations["end_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out; whoever is not signed in is as signed out as can be */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long what accounts hold of people is kept, and why */
        get: operations["retention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a program may be allowed */
        get: operations["scopes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by what the mail held: its link or its code, once, in the browser that asked */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a sign-in link sent; the answer is the same for every address */
        post: operations["ask_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/oidc/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to a provider to sign in: for a browser to follow */
        get: operations["begin_oidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/oidc/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Come back from a provider: for a browser that it sends */
        get: operations["finish_oidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a passkey */
        post: operations["sign_in_by_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What my browser is asked to sign in by */
        post: operations["passkey_sign_in_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Other ways in, if any is configured */
        get: operations["sign_in_providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens of my organisations' programs, the newest first */
        get: operations["tokens"];
        put?: never;
        /** Make a token for a program of my organisation */
        post: operations["make_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a token: the program's next request is refused */
        delete: operations["end_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in the service members, newest first */
        get: operations["audit_of_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/members/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether nothing of it was changed or taken out */
        get: operations["verify_audit_of_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages of the service members that could not be delivered */
        get: operations["dead_letters_of_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/members/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it again */
        post: operations["replay_dead_letter_of_members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation by the link of its mail; the account has the address that it was sent to */
        post: operations["accept_invitation_by_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests to join any organisation, the oldest first */
        get: operations["all_join_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations that wait for my address, the newest first */
        get: operations["my_invitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Decline an invitation that waits for me */
        delete: operations["decline_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/invitations/{invitation_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation that waits for me */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My requests to join, the newest first */
        get: operations["my_join_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/join-requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take my request to join back */
        delete: operations["withdraw_join_request"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The closed lists of organisations, with their labels */
        get: operations["organisation_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory, by name */
        get: operations["organisations"];
        put?: never;
        /** Enter an organisation, and become its administrator */
        post: operations["enter_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An organisation: whole to its people and the agency, in brief to others */
        get: operations["organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of an organisation */
        patch: operations["change_organisation"];
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of an organisation to talk to, the oldest first */
        get: operations["contacts"];
        put?: never;
        /** Add somebody to talk to */
        post: operations["add_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a contact away */
        delete: operations["remove_contact"];
        options?: never;
        head?: never;
        /** Change fields of a contact */
        patch: operations["change_contact"];
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations that may be this one */
        get: operations["organisation_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an organisation, the newest first */
        get: operations["organisation_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations of an organisation, the newest first */
        get: operations["invitations"];
        put?: never;
        /** Invite whoever has an address to act for an organisation */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The mail of an invitation, as it would leave */
        post: operations["preview_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["cancel_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests to join an organisation, the oldest first */
        get: operations["join_requests"];
        put?: never;
        /** Ask to act for an organisation */
        post: operations["ask_to_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/join-requests/{request_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody in who asked */
        post: operations["accept_join_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/join-requests/{request_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no to somebody who asked */
        post: operations["refuse_join_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of an organisation, the oldest first */
        get: operations["memberships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/memberships/{membership_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody out of the organisation, or leave it */
        delete: operations["end_membership"];
        options?: never;
        head?: never;
        /** Give somebody of the organisation another role */
        patch: operations["change_membership"];
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge this organisation into another one */
        post: operations["merge_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/merge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What merging this organisation into another would do */
        post: operations["preview_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The team's notes on an organisation, the newest first */
        get: operations["notes"];
        put?: never;
        /** Note something of an organisation */
        post: operations["write_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/notes/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a note away */
        delete: operations["remove_note"];
        options?: never;
        head?: never;
        /** Write a note anew */
        patch: operations["change_note"];
        trace?: never;
    };
    "/api/v1/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People with an account, by name */
        get: operations["persons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long what organisations' people wrote is kept, and why */
        get: operations["retention_of_members"];
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
         * AuditEntries
         * @description A page of the log, newest first; `next` is null on the last one.
         */
        AuditEntries: {
            /** Items */
            items: components["schemas"]["AuditEntry"][];
            /** Next */
            next: string | null;
        };
        /**
         * AuditEntry
         * @description Who did what. What named somebody who was erased is null.
         */
        AuditEntry: {
            /** Action */
            action: string;
            /** Actor */
            actor: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Seq */
            seq: number;
            /** Subject Id */
            subject_id: string | null;
            /** Subject Kind */
            subject_kind: string;
            /** Values */
            values: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * AuditFault
         * @description Where the chain does not hold.
         */
        AuditFault: {
            /**
             * Fault
             * @description entry_missing, chain_broken, entry_changed, value_changed, value_missing or tail_missing.
             */
            fault: string;
            /** Seq */
            seq: number;
        };
        /**
         * AuditVerification
         * @description Whether the chain holds, over how many entries, and the first hundred places where it does not.
         */
        AuditVerification: {
            /** Entries */
            entries: number;
            /** Faults */
            faults: components["schemas"]["AuditFault"][];
            /** Holds */
            holds: boolean;
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
         * DeadLetter
         * @description A message that a subscriber refused for good, or has not got yet. What it holds is not shown: it may name somebody.
         */
        DeadLetter: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Died At */
            died_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Last Error */
            last_error: string | null;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
            /** Next Try At */
            next_try_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "dead" | "waiting";
            /** Subscriber */
            subscriber: string;
            /** Tries */
            tries: number;
            /** Type */
            type: string;
            /** Version */
            version: number;
        };
        /**
         * DeadLetters
         * @description A page of dead letters, newest first; `next` is null on the last one.
         */
        DeadLetters: {
            /** Items */
            items: components["schemas"]["DeadLetter"][];
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
            /** Organisation Id */
            organisation_id: string | null;
            /**
             * Organisation Name
             * @description Shown as the holder wherever there is one.
             */
            organisation_name: string | null;
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
             * Organisation Id
             * @description Which organisation holds it; the coordination's to decide.
             */
            organisation_id?: string | null;
            /**
             * Publication
             * @description The coordination's to decide.
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
         * EventSummary
         * @description An event of the workspace's list.
         */
        EventSummary: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Edition */
            edition: number | null;
            /**
             * Ends At
             * @description Of its last session.
             */
            ends_at: string | null;
            /**
             * Holder
             * @description As its source or an editor wrote it.
             */
            holder: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Organisation Id */
            organisation_id: string | null;
            /**
             * Organisation Name
             * @description Shown as the holder wherever there is one.
             */
            organisation_name: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** Publication */
            publication: string;
            /** Slug */
            slug: string;
            /**
             * Starts At
             * @description Of its first session.
             */
            starts_at: string | null;
            /** Status */
            status: string;
            /** Structure */
            structure: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * Events
         * @description A page of events, the last made first; `next` is null on the last one.
         */
        Events: {
            /** Items */
            items: components["schemas"]["EventSummary"][];
            /** Next */
            next: string | null;
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
        /**
         * About
         * @description What a mail is about.
         */
        About: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
        };
        /**
         * AccountEvent
         * @description Something that happened to an account. `actor_name` is null for what is no account.
         */
        AccountEvent: {
            /** Action */
            action: string;
            /** Actor */
            actor: string | null;
            /** Actor Name */
            actor_name: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Values */
            values: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * AccountHistory
         * @description A page of what happened, newest first; `next` is null on the last one.
         */
        AccountHistory: {
            /** Items */
            items: components["schemas"]["AccountEvent"][];
            /** Next */
            next: string | null;
        };
        /**
         * AccountItem
         * @description An account, as an administrator sees it; `organisations` only when it is asked for alone.
         */
        AccountItem: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            /**
             * Locale
             * @enum {string}
             */
            locale: "fr" | "en";
            /** Name */
            name: string;
            /** Organisations */
            organisations: components["schemas"]["HeldOrganisation"][] | null;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /** Suspended At */
            suspended_at: string | null;
        };
        /**
         * AccountOut
         * @description One's own account.
         */
        AccountOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Locale
             * @enum {string}
             */
            locale: "fr" | "en";
            /** Name */
            name: string;
        };
        /**
         * Accounts
         * @description A page of accounts by name; `next` is null on the last one.
         */
        Accounts: {
            /** Items */
            items: components["schemas"]["AccountItem"][];
            /** Next */
            next: string | null;
        };
        /**
         * Announcement
         * @description What a person says in the template `announcement`.
         */
        Announcement: {
            /** Message */
            message: string;
            /** Signed By */
            signed_by: string;
            /** Subject */
            subject: string;
        };
        /**
         * CaughtMail
         * @description A mail that the demo caught instead of letting it leave.
         */
        CaughtMail: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Html */
            html: string;
            /** Id */
            id: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** To */
            to: string;
        };
        /**
         * CaughtMails
         * @description What the demo caught, newest first.
         */
        CaughtMails: {
            /** Items */
            items: components["schemas"]["CaughtMail"][];
            /** Next */
            next?: null;
        };
        /**
         * CeremonyOptions
         * @description What the browser's `PublicKeyCredential.parse…OptionsFromJSON()` takes.
         */
        CeremonyOptions: {
            /** Public Key */
            public_key: {
                [key: string]: unknown;
            };
        };
        /**
         * DemoPeople
         * @description Whom one may be in the demo.
         */
        DemoPeople: {
            /** Accounts */
            accounts: components["schemas"]["DemoPerson"][];
        };
        /**
         * DemoPerson
         * @description Somebody of the demo season.
         */
        DemoPerson: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Organisation */
            organisation: string | null;
            /** Role Label */
            role_label: string;
            /** Role Label En */
            role_label_en: string;
            /** Roles */
            roles: string[];
        };
        /**
         * DemoSignIn
         * @description Whom to be.
         */
        DemoSignIn: {
            /** Key */
            key: string;
        };
        /**
         * EmailAsked
         * @description The address that one wants to have.
         */
        EmailAsked: {
            /** Email */
            email: string;
        };
        /**
         * EmailConfirmation
         * @description What the link sent to the new address held.
         */
        EmailConfirmation: {
            /** Token */
            token: string;
        };
        /**
         * Erase
         * @description The wish to be erased, confirmed by typing one's own address.
         */
        Erase: {
            /** Confirm */
            confirm: string;
        };
        /**
         * HeldOrganisation
         * @description An organisation that one acts for, and as what.
         */
        HeldOrganisation: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "editor" | "administrator";
        };
        /**
         * LinkAsked
         * @description Where to send a link, and where to go once signed in.
         */
        LinkAsked: {
            /** Email */
            email: string;
            /**
             * Locale
             * @default fr
             * @enum {string}
             */
            locale: "fr" | "en";
            /** Next */
            next?: string | null;
        };
        /**
         * LinkSent
         * @description A mail is on its way; the same answer for every address.
         */
        LinkSent: {
            /** Expires In Minutes */
            expires_in_minutes: number;
            /**
             * Sent
             * @default true
             * @constant
             */
            sent: true;
        };
        /**
         * MailOut
         * @description A mail. `to` and `subject` are null when whom it was for has been erased.
         */
        MailOut: {
            about: components["schemas"]["About"] | null;
            /** Allowed Actions */
            allowed_actions: "retry"[];
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Secret */
            is_secret: boolean;
            /** Last Error */
            last_error: string | null;
            /**
             * Locale
             * @enum {string}
             */
            locale: "fr" | "en";
            /** Next Try At */
            next_try_at: string | null;
            /**
             * Sender
             * @description The service that asked for it.
             */
            sender: string;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sent" | "failed" | "bounced";
            /** Subject */
            subject: string | null;
            /** Template */
            template: string;
            /** To */
            to: string | null;
        };
        /**
         * MailWhole
         * @description A mail with its bodies: null when secret, or when they are not kept any more.
         *
         *     `html` is as it left: show it in a frame without scripts.
         */
        MailWhole: {
            about: components["schemas"]["About"] | null;
            /** Allowed Actions */
            allowed_actions: "retry"[];
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Html */
            html: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Secret */
            is_secret: boolean;
            /** Last Error */
            last_error: string | null;
            /**
             * Locale
             * @enum {string}
             */
            locale: "fr" | "en";
            /** Next Try At */
            next_try_at: string | null;
            /**
             * Sender
             * @description The service that asked for it.
             */
            sender: string;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sent" | "failed" | "bounced";
            /** Subject */
            subject: string | null;
            /** Template */
            template: string;
            /** Text */
            text: string | null;
            /** To */
            to: string | null;
        };
        /**
         * MailWritten
         * @description A mail that a person writes. `announcement` is the only template that one may.
         */
        MailWritten: {
            /**
             * Locale
             * @default fr
             * @enum {string}
             */
            locale: "fr" | "en";
            /**
             * Template
             * @constant
             */
            template: "announcement";
            values: components["schemas"]["Announcement"];
        };
        /**
         * Mails
         * @description A page of mails, newest first. `notice` says why none leaves, if so.
         */
        Mails: {
            /** Items */
            items: components["schemas"]["MailOut"][];
            /** Next */
            next: string | null;
            /** Notice */
            notice: string | null;
        };
        /**
         * Me
         * @description Who asks: a person with an account, a program with scopes, or nobody.
         */
        Me: {
            account: components["schemas"]["AccountOut"] | null;
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Is Demo
             * @default false
             */
            is_demo: boolean;
            /** Organisations */
            organisations: components["schemas"]["HeldOrganisation"][];
            /**
             * Passkeys
             * @default 0
             */
            passkeys: number;
            /** Roles */
            roles: string[];
            /**
             * Scopes
             * @description Of a program's token; null for people.
             */
            scopes: string[] | null;
        };
        /**
         * MePatch
         * @description What to change of one's own account; what is left out stays.
         */
        MePatch: {
            /**
             * Locale
             * @enum {string}
             */
            locale?: "fr" | "en";
            /** Name */
            name?: string;
        };
        /**
         * Named
         * @description Something with a name.
         */
        Named: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * PasskeyNew
         * @description A passkey to add.
         */
        PasskeyNew: {
            /**
             * Credential
             * @description A `PublicKeyCredential` as its `toJSON()` gives it.
             */
            credential: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
        };
        /**
         * PasskeyOut
         * @description A passkey of mine.
         */
        PasskeyOut: {
            /**
             * Allowed Actions
             * @default [
             *       "rename",
             *       "delete"
             *     ]
             */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Synchronised
             * @description Whether it follows its owner from one device to another.
             */
            is_synchronised: boolean;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
        };
        /**
         * PasskeyPatch
         * @description A passkey's new name.
         */
        PasskeyPatch: {
            /** Name */
            name: string;
        };
        /**
         * PasskeySignIn
         * @description A passkey that answers a challenge.
         */
        PasskeySignIn: {
            /**
             * Credential
             * @description A `PublicKeyCredential` as its `toJSON()` gives it.
             */
            credential: {
                [key: string]: unknown;
            };
        };
        /**
         * PasskeySignedIn
         * @description Signed in; where to go.
         */
        PasskeySignedIn: {
            /** Next */
            next: string;
        };
        /**
         * Passkeys
         * @description All my passkeys, the newest first: there are ten at most.
         */
        Passkeys: {
            /** Items */
            items: components["schemas"]["PasskeyOut"][];
            /** Next */
            next?: null;
        };
        /**
         * Proof
         * @description That an erasure took place; of whom, only its holder knows.
         */
        Proof: {
            /**
             * Erased At
             * Format: date-time
             */
            erased_at: string;
            /** Number */
            number: string;
        };
        /**
         * ProviderOut
         * @description A way in that somebody else keeps: its button says `label`, and leads to `/sign-in/oidc/{name}`.
         */
        ProviderOut: {
            /** Label */
            label: string;
            /** Name */
            name: string;
        };
        /**
         * Providers
         * @description Every provider that is configured; none unless an operator named one.
         */
        Providers: {
            /** Items */
            items: components["schemas"]["ProviderOut"][];
            /** Next */
            next?: null;
        };
        /**
         * ReceiptOut
         * @description What stays of an erasure; `services` have erased, or erase as soon as they hear of it.
         */
        ReceiptOut: {
            /**
             * Erased At
             * Format: date-time
             */
            erased_at: string;
            /** Number */
            number: string;
            /** Services */
            services: string[];
        };
        /**
         * RenderedMail
         * @description How it would read.
         */
        RenderedMail: {
            /** Html */
            html: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
        };
        /**
         * Role
         * @description A role of the agency.
         * @enum {string}
         */
        Role: "reviewer" | "coordinator" | "lender" | "secretary" | "treasurer" | "administrator";
        /**
         * RuleOut
         * @description How long a kind of data is kept, in French.
         */
        RuleOut: {
            /** Basis */
            basis: string;
            /** Kept */
            kept: string;
            /** Kind */
            kind: string;
            /** Notice */
            notice: string | null;
            /** Starts */
            starts: string;
            /** What */
            what: string;
        };
        /**
         * Rules
         * @description Every rule of a service.
         */
        Rules: {
            /** Items */
            items: components["schemas"]["RuleOut"][];
            /** Next */
            next?: null;
        };
        /**
         * ScopeOut
         * @description Something that a program may be allowed.
         */
        ScopeOut: {
            /** Allows En */
            allows_en: string;
            /** Allows Fr */
            allows_fr: string;
            /** Label En */
            label_en: string;
            /** Label Fr */
            label_fr: string;
            /** Scope */
            scope: string;
        };
        /**
         * Scopes
         * @description Every scope there is; the list is short and whole.
         */
        Scopes: {
            /** Items */
            items: components["schemas"]["ScopeOut"][];
            /** Next */
            next?: null;
        };
        /**
         * SessionOut
         * @description A browser in which one is signed in.
         */
        SessionOut: {
            /** Browser */
            browser: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Current */
            is_current: boolean;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /**
             * Method
             * @enum {string}
             */
            method: "link" | "passkey" | "oidc" | "demo";
        };
        /**
         * Sessions
         * @description One's sessions, the last used first: they are few, so `next` is always null.
         */
        Sessions: {
            /** Items */
            items: components["schemas"]["SessionOut"][];
            /** Next */
            next?: null;
        };
        /**
         * SessionsEnded
         * @description How many sessions were ended.
         */
        SessionsEnded: {
            /** Ended */
            ended: number;
        };
        /**
         * SignIn
         * @description What the mail held: the link's token or the code; and who has no account yet says who they are.
         */
        SignIn: {
            /** Code */
            code?: string | null;
            /** Is 15 Or Older */
            is_15_or_older?: boolean | null;
            /** Name */
            name?: string | null;
            /** Token */
            token?: string | null;
        };
        /**
         * SignedInOut
         * @description Where to go now; the cookie came with it.
         */
        SignedInOut: {
            /** Next */
            next: string;
        };
        /**
         * TokenMade
         * @description A token just made: the one time that it is shown.
         */
        TokenMade: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["Named"];
            /** Ended At */
            ended_at: string | null;
            /**
             * Expires On
             * Format: date
             */
            expires_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Live
             * @description Whether it serves: not ended, not expired, its maker still there.
             */
            is_live: boolean;
            /**
             * Last Used At
             * @description Noted once a minute at most.
             */
            last_used_at: string | null;
            /** Name */
            name: string;
            organisation: components["schemas"]["Named"];
            /**
             * Prefix
             * @description How the token begins: `omb_` and these characters.
             */
            prefix: string;
            /** Scopes */
            scopes: string[];
            /**
             * Secret
             * @description The whole token, to be kept by the program: nobody can show it again.
             */
            secret: string;
        };
        /**
         * TokenNew
         * @description A token to make.
         */
        TokenNew: {
            /**
             * Expires On
             * @description Its last day, in Paris; from tomorrow to a year from now, and six months from now when left out.
             */
            expires_on?: string | null;
            /**
             * Name
             * @description What the program is called, so that people know which token is whose.
             */
            name: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Scopes */
            scopes: ("organisations:read" | "organisations:write" | "events:read" | "events:write")[];
        };
        /**
         * TokenOut
         * @description A token of an organisation's program; its secret was shown when it was made, and never is again.
         */
        TokenOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["Named"];
            /** Ended At */
            ended_at: string | null;
            /**
             * Expires On
             * Format: date
             */
            expires_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Live
             * @description Whether it serves: not ended, not expired, its maker still there.
             */
            is_live: boolean;
            /**
             * Last Used At
             * @description Noted once a minute at most.
             */
            last_used_at: string | null;
            /** Name */
            name: string;
            organisation: components["schemas"]["Named"];
            /**
             * Prefix
             * @description How the token begins: `omb_` and these characters.
             */
            prefix: string;
            /** Scopes */
            scopes: string[];
        };
        /**
         * Tokens
         * @description A page of tokens, the newest first; `next` is null on the last one.
         */
        Tokens: {
            /** Items */
            items: components["schemas"]["TokenOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Consent
         * @description Since when, and by whose word, the organisation stands in the public directory. Without a name: the agency.
         */
        Consent: {
            /**
             * Consented At
             * Format: date-time
             */
            consented_at: string;
            /** Consented By */
            consented_by: string | null;
        };
        /**
         * ContactCreate
         * @description Somebody of the organisation to talk to.
         */
        ContactCreate: {
            /** Email */
            email?: string | null;
            /** Function */
            function?: string | null;
            /** Name */
            name: string;
            /** Phone */
            phone?: string | null;
        };
        /**
         * ContactOut
         * @description Somebody of the organisation to talk to.
         */
        ContactOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string | null;
            /** Function */
            function: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * ContactPatch
         * @description The fields to change; those left out stay as they are.
         */
        ContactPatch: {
            /** Email */
            email?: string | null;
            /** Function */
            function?: string | null;
            /** Name */
            name?: string;
            /** Phone */
            phone?: string | null;
        };
        /**
         * Contacts
         * @description A page of contacts, the oldest first.
         */
        Contacts: {
            /** Items */
            items: components["schemas"]["ContactOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * History
         * @description A page of an organisation's history, the newest first.
         */
        History: {
            /** Items */
            items: components["schemas"]["HistoryEntry"][];
            /** Next */
            next: string | null;
        };
        /**
         * HistoryEntry
         * @description Something that was done to an organisation, or to one that was merged into it.
         */
        HistoryEntry: {
            /** Action */
            action: string;
            /**
             * Actor Kind
             * @enum {string}
             */
            actor_kind: "person" | "program" | "agency" | "erased";
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * By
             * @description Who did it, as they are called now.
             */
            by: string | null;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /**
             * Person
             * @description To whom, where it was somebody.
             */
            person: string | null;
            /** Seq */
            seq: number;
            /** Values */
            values: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * InvitationCreate
         * @description Whom to invite, as what, with which words, and in which language the mail is.
         */
        InvitationCreate: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /**
             * Locale
             * @default fr
             * @enum {string}
             */
            locale: "fr" | "en";
            /** Message */
            message?: string | null;
            /**
             * Role
             * @default editor
             * @enum {string}
             */
            role: "editor" | "administrator";
        };
        /**
         * InvitationOut
         * @description An invitation as the organisation sees it. `invited_by` is null when it was the agency's command.
         */
        InvitationOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Email
             * @description Null once whoever has this address was erased.
             */
            email: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Invited By */
            invited_by: string | null;
            /** Message */
            message: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "editor" | "administrator";
            /** Settled At */
            settled_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "accepted" | "declined" | "cancelled" | "expired";
        };
        /**
         * InvitationToken
         * @description What the link in the mail holds.
         */
        InvitationToken: {
            /** Token */
            token: string;
        };
        /**
         * Invitations
         * @description A page of invitations, the newest first.
         */
        Invitations: {
            /** Items */
            items: components["schemas"]["InvitationOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * JoinRequestCreate
         * @description What is told to those who decide.
         */
        JoinRequestCreate: {
            /** Message */
            message?: string | null;
        };
        /**
         * JoinRequestOut
         * @description A request to join, as those who decide see it.
         */
        JoinRequestOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Message */
            message: string | null;
            organisation: components["schemas"]["OrganisationName"];
            person: components["schemas"]["PersonBrief"];
            /** Reason */
            reason: string | null;
            /**
             * Role
             * @description The one that was given.
             */
            role: ("editor" | "administrator") | null;
            /** Settled At */
            settled_at: string | null;
            /** Settled By */
            settled_by: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "accepted" | "refused" | "withdrawn";
        };
        /**
         * JoinRequests
         * @description A page of requests to join, the oldest first.
         */
        JoinRequests: {
            /** Items */
            items: components["schemas"]["JoinRequestOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Joined
         * @description Where the caller belongs now, and as what.
         */
        Joined: {
            organisation: components["schemas"]["OrganisationName"];
            /**
             * Role
             * @enum {string}
             */
            role: "editor" | "administrator";
        };
        /**
         * LabelledCode
         * @description A code, and what it is called on screen.
         */
        LabelledCode: {
            /** Code */
            code: string;
            /** Label En */
            label_en: string;
            /** Label Fr */
            label_fr: string;
        };
        /**
         * MailPreview
         * @description A mail as it would leave; the link in it leads nowhere.
         */
        MailPreview: {
            /** Html */
            html: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** To */
            to: string;
        };
        /**
         * MembershipOut
         * @description A person acts for the organisation.
         */
        MembershipOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Me */
            is_me: boolean;
            person: components["schemas"]["PersonBrief"];
            /**
             * Role
             * @enum {string}
             */
            role: "editor" | "administrator";
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * Memberships
         * @description A page of memberships, the oldest first.
         */
        Memberships: {
            /** Items */
            items: components["schemas"]["MembershipOut"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * MergeCounts
         * @description How many of each would change hands.
         */
        MergeCounts: {
            /** Contacts */
            contacts: number;
            /** Invitations */
            invitations: number;
            /** Join Requests */
            join_requests: number;
            /** Memberships */
            memberships: number;
            /**
             * Memberships Of Both
             * @description Of these, people whom both have: the higher role stays.
             */
            memberships_of_both: number;
            /** Notes */
            notes: number;
        };
        /**
         * MergeOut
         * @description What a merge did; `organisation` is the one that stands.
         */
        MergeOut: {
            /** Filled */
            filled: string[];
            gone: components["schemas"]["OrganisationName"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Merged At
             * Format: date-time
             */
            merged_at: string;
            moves: components["schemas"]["MergeCounts"];
            organisation: components["schemas"]["OrganisationOut"];
        };
        /**
         * MergePreview
         * @description What a merge would do. `fills` are the fields that the kept organisation lacks, and would take.
         */
        MergePreview: {
            /** Fills */
            fills: {
                [key: string]: unknown;
            };
            gone: components["schemas"]["OrganisationName"];
            kept: components["schemas"]["OrganisationName"];
            moves: components["schemas"]["MergeCounts"];
        };
        /**
         * MergeWanted
         * @description Into which organisation the one named by the path goes.
         */
        MergeWanted: {
            /**
             * Into
             * Format: uuid
             */
            into: string;
        };
        /**
         * MyInvitationOut
         * @description An invitation as whoever is invited sees it.
         */
        MyInvitationOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Invited By */
            invited_by: string | null;
            /** Message */
            message: string | null;
            organisation: components["schemas"]["OrganisationBrief"];
            /**
             * Role
             * @enum {string}
             */
            role: "editor" | "administrator";
        };
        /**
         * MyInvitations
         * @description A page of the invitations that wait for the caller, the newest first.
         */
        MyInvitations: {
            /** Items */
            items: components["schemas"]["MyInvitationOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * MyJoinRequestOut
         * @description A request to join, as whoever asked sees it.
         */
        MyJoinRequestOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Message */
            message: string | null;
            organisation: components["schemas"]["OrganisationName"];
            /** Reason */
            reason: string | null;
            /** Role */
            role: ("editor" | "administrator") | null;
            /** Settled At */
            settled_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "accepted" | "refused" | "withdrawn";
        };
        /**
         * MyJoinRequests
         * @description A page of the caller's requests to join, the newest first.
         */
        MyJoinRequests: {
            /** Items */
            items: components["schemas"]["MyJoinRequestOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * NoteOut
         * @description A follow-up note. `author` is null when it was the agency's command.
         */
        NoteOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Author */
            author: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Mine */
            is_mine: boolean;
            /** Text */
            text: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * NoteWrite
         * @description What is noted.
         */
        NoteWrite: {
            /** Text */
            text: string;
        };
        /**
         * Notes
         * @description A page of notes, the newest first.
         */
        Notes: {
            /** Items */
            items: components["schemas"]["NoteOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * OrganisationBrief
         * @description What whoever has an account knows of any organisation. `role` is the caller's in it.
         */
        OrganisationBrief: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Commune Insee */
            commune_insee: string | null;
            /** Commune Name */
            commune_name: string | null;
            /** Department */
            department: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "higher_education_research" | "technology_transfer" | "company" | "library" | "social_centre" | "popular_education" | "museum_science_centre" | "fablab" | "environment" | "cultural_venue" | "youth" | "employment_integration" | "local_authority" | "primary_school" | "college" | "lycee" | "other";
            /** Name */
            name: string;
            /** Role */
            role: ("editor" | "administrator") | null;
            /**
             * View
             * @default brief
             * @constant
             */
            view: "brief";
        };
        /**
         * OrganisationCreate
         * @description An organisation to enter. Whoever does becomes its administrator; the agency may leave that out.
         */
        OrganisationCreate: {
            /** Address */
            address?: string | null;
            /** Commune Insee */
            commune_insee?: string | null;
            /** Commune Name */
            commune_name?: string | null;
            /** Description */
            description?: string | null;
            /**
             * Distinct From
             * @description Similar organisations that were seen, and are others.
             */
            distinct_from?: string[];
            /** Email */
            email?: string | null;
            /**
             * Is Public
             * @description Consent to stand in the public directory.
             * @default false
             */
            is_public: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "higher_education_research" | "technology_transfer" | "company" | "library" | "social_centre" | "popular_education" | "museum_science_centre" | "fablab" | "environment" | "cultural_venue" | "youth" | "employment_integration" | "local_authority" | "primary_school" | "college" | "lycee" | "other";
            /** Latitude */
            latitude?: number | null;
            /** Legal Name */
            legal_name?: string | null;
            /** Longitude */
            longitude?: number | null;
            /** Name */
            name: string;
            /** Offers */
            offers?: ("workshops" | "visits" | "lectures" | "loans" | "venue" | "other")[];
            /** Phone */
            phone?: string | null;
            /** Postal Code */
            postal_code?: string | null;
            /** Siret */
            siret?: string | null;
            /** Themes */
            themes?: ("environment" | "digital_innovation" | "health" | "science_society" | "industrial_heritage" | "astronomy" | "history_of_science" | "maths_physics_chemistry" | "other")[];
            /** Website */
            website?: string | null;
            /**
             * Without Me
             * @description For those who keep the directory: enter it without becoming its administrator.
             * @default false
             */
            without_me: boolean;
        };
        /**
         * OrganisationKinds
         * @description The closed lists, each in the order that it is shown in; `items` are the kinds.
         */
        OrganisationKinds: {
            /** Items */
            items: components["schemas"]["LabelledCode"][];
            /** Offers */
            offers: components["schemas"]["LabelledCode"][];
            /** Roles */
            roles: components["schemas"]["LabelledCode"][];
            /** Themes */
            themes: components["schemas"]["LabelledCode"][];
        };
        /**
         * OrganisationListed
         * @description An organisation in a list. `unadministered_since` is told to the agency only.
         */
        OrganisationListed: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Commune Insee */
            commune_insee: string | null;
            /** Commune Name */
            commune_name: string | null;
            /** Department */
            department: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "higher_education_research" | "technology_transfer" | "company" | "library" | "social_centre" | "popular_education" | "museum_science_centre" | "fablab" | "environment" | "cultural_venue" | "youth" | "employment_integration" | "local_authority" | "primary_school" | "college" | "lycee" | "other";
            /** Name */
            name: string;
            /** Role */
            role: ("editor" | "administrator") | null;
            /** Unadministered Since */
            unadministered_since: string | null;
            /**
             * View
             * @default brief
             * @constant
             */
            view: "brief";
        };
        /**
         * OrganisationName
         * @description An organisation by its name.
         */
        OrganisationName: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * OrganisationOut
         * @description An organisation as its people and the agency see it.
         */
        OrganisationOut: {
            /** Address */
            address: string | null;
            /** Allowed Actions */
            allowed_actions: string[];
            /** Commune Insee */
            commune_insee: string | null;
            /** Commune Name */
            commune_name: string | null;
            consent: components["schemas"]["Consent"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Department */
            department: string | null;
            /** Description */
            description: string | null;
            /** Email */
            email: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Public */
            is_public: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "higher_education_research" | "technology_transfer" | "company" | "library" | "social_centre" | "popular_education" | "museum_science_centre" | "fablab" | "environment" | "cultural_venue" | "youth" | "employment_integration" | "local_authority" | "primary_school" | "college" | "lycee" | "other";
            /** Latitude */
            latitude: number | null;
            /** Legal Name */
            legal_name: string | null;
            /** Longitude */
            longitude: number | null;
            /** Name */
            name: string;
            /** Offers */
            offers: ("workshops" | "visits" | "lectures" | "loans" | "venue" | "other")[];
            /** Phone */
            phone: string | null;
            /** Postal Code */
            postal_code: string | null;
            /** Role */
            role: ("editor" | "administrator") | null;
            /** Siret */
            siret: string | null;
            /** Themes */
            themes: ("environment" | "digital_innovation" | "health" | "science_society" | "industrial_heritage" | "astronomy" | "history_of_science" | "maths_physics_chemistry" | "other")[];
            /** Unadministered Since */
            unadministered_since: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /**
             * View
             * @default full
             * @constant
             */
            view: "full";
            /** Website */
            website: string | null;
        };
        /**
         * OrganisationPatch
         * @description The fields to change; those left out stay as they are, and null is refused where nothing cannot be meant.
         */
        OrganisationPatch: {
            /** Address */
            address?: string | null;
            /** Commune Insee */
            commune_insee?: string | null;
            /** Commune Name */
            commune_name?: string | null;
            /** Description */
            description?: string | null;
            /** Email */
            email?: string | null;
            /** Is Public */
            is_public?: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind?: "higher_education_research" | "technology_transfer" | "company" | "library" | "social_centre" | "popular_education" | "museum_science_centre" | "fablab" | "environment" | "cultural_venue" | "youth" | "employment_integration" | "local_authority" | "primary_school" | "college" | "lycee" | "other";
            /** Latitude */
            latitude?: number | null;
            /** Legal Name */
            legal_name?: string | null;
            /** Longitude */
            longitude?: number | null;
            /** Name */
            name?: string;
            /** Offers */
            offers?: ("workshops" | "visits" | "lectures" | "loans" | "venue" | "other")[];
            /** Phone */
            phone?: string | null;
            /** Postal Code */
            postal_code?: string | null;
            /** Siret */
            siret?: string | null;
            /** Themes */
            themes?: ("environment" | "digital_innovation" | "health" | "science_society" | "industrial_heritage" | "astronomy" | "history_of_science" | "maths_physics_chemistry" | "other")[];
            /** Website */
            website?: string | null;
        };
        /**
         * Organisations
         * @description A page of organisations, by name, and how many there are in all.
         */
        Organisations: {
            /** Items */
            items: components["schemas"]["OrganisationListed"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * PersonBrief
         * @description Somebody, shown to the people of the organisation and to the agency. Null: not told yet, or erased since.
         */
        PersonBrief: {
            /** Email */
            email: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string | null;
        };
        /**
         * PersonOrganisation
         * @description An organisation that a person acts for.
         */
        PersonOrganisation: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "editor" | "administrator";
        };
        /**
         * PersonOut
         * @description Somebody with an account. Without a name: seen, and not told of yet.
         */
        PersonOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Allowed Actions */
            allowed_actions: string[];
            /** Email */
            email: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string | null;
            /** Organisations */
            organisations: components["schemas"]["PersonOrganisation"][];
        };
        /**
         * Persons
         * @description A page of persons, by name.
         */
        Persons: {
            /** Items */
            items: components["schemas"]["PersonOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Refusal
         * @description Why; told to whoever asked.
         */
        Refusal: {
            /** Reason */
            reason?: string | null;
        };
        /**
         * RoleGiven
         * @description As what somebody is let in.
         */
        RoleGiven: {
            /**
             * Role
             * @default editor
             * @enum {string}
             */
            role: "editor" | "administrator";
        };
        /**
         * RoleWanted
         * @description What a person is to be.
         */
        RoleWanted: {
            /**
             * Role
             * @enum {string}
             */
            role: "editor" | "administrator";
        };
        /**
         * SimilarOrganisation
         * @description An organisation that may be the same one.
         */
        SimilarOrganisation: {
            /** Commune Name */
            commune_name: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "higher_education_research" | "technology_transfer" | "company" | "library" | "social_centre" | "popular_education" | "museum_science_centre" | "fablab" | "environment" | "cultural_venue" | "youth" | "employment_integration" | "local_authority" | "primary_school" | "college" | "lycee" | "other";
            /** Name */
            name: string;
            /**
             * Similarity
             * @description What the names have in common, from 0 to 1.
             */
            similarity: number;
            /** Siret Matches */
            siret_matches: boolean;
        };
        /**
         * SimilarOrganisations
         * @description The organisations that may be the same one, the likeliest first: twenty at most.
         */
        SimilarOrganisations: {
            /** Items */
            items: components["schemas"]["SimilarOrganisation"][];
            /** Next */
            next: string | null;
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
    audit_of_events: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description An account's id, or `token:` and a token's. */
                actor?: string | null;
                /** @description The id of what it was done to. */
                subject?: string | null;
                subject_kind?: string | null;
                action?: string | null;
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
                    "application/json": components["schemas"]["AuditEntries"];
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
    verify_audit_of_events: {
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
                    "application/json": components["schemas"]["AuditVerification"];
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
    dead_letters_of_events: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: "dead" | "waiting";
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
                    "application/json": components["schemas"]["DeadLetters"];
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
    replay_dead_letter_of_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
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
            /** @description `dead_letter_unknown`: No such dead letter */
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
    events: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                organisation_id?: string | null;
                publication?: ("draft" | "ready" | "published" | "unpublished") | null;
                /** @description Part of the title; accents and capitals do not matter. */
                q?: string | null;
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
                    "application/json": components["schemas"]["Events"];
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
            /** @description `scope_missing`: The token does not cover this */
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
            /** @description `scope_missing`: The token does not cover this */
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
            /** @description `scope_missing`: The token does not cover this · `field_reserved`: Only the coordination changes this field */
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
    accounts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description Part of a name or of an address, without regard to case and accents. */
                q?: string | null;
                role?: components["schemas"]["Role"] | null;
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
                    "application/json": components["schemas"]["Accounts"];
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
    account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
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
                    "application/json": components["schemas"]["AccountItem"];
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
            /** @description `account_unknown`: No such account */
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
    account_history: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                account_id: string;
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
                    "application/json": components["schemas"]["AccountHistory"];
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
            /** @description `account_unknown`: No such account */
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
    give_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
                role: components["schemas"]["Role"];
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
            /** @description `account_unknown`: No such account */
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
    take_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
                role: components["schemas"]["Role"];
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
            /** @description `account_unknown`: No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_administrator`: The last administrator stays */
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
    suspend_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
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
            /** @description `account_unknown`: No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_administrator`: The last administrator stays */
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
    reopen_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
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
            /** @description `account_unknown`: No such account */
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
    audit_of_gateway: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description An account's id, or `token:` and a token's. */
                actor?: string | null;
                /** @description The id of what it was done to. */
                subject?: string | null;
                subject_kind?: string | null;
                action?: string | null;
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
                    "application/json": components["schemas"]["AuditEntries"];
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
    verify_audit_of_gateway: {
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
                    "application/json": components["schemas"]["AuditVerification"];
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
    dead_letters_of_gateway: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: "dead" | "waiting";
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
                    "application/json": components["schemas"]["DeadLetters"];
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
    replay_dead_letter_of_gateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
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
            /** @description `dead_letter_unknown`: No such dead letter */
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
    demo: {
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
                    "application/json": components["schemas"]["DemoPeople"];
                };
            };
            /** @description `demo_unknown`: No such person of the demo */
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
            /** @description `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    demo_mails: {
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
                    "application/json": components["schemas"]["CaughtMails"];
                };
            };
            /** @description `demo_unknown`: No such person of the demo */
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
            /** @description `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    demo_mail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail_id: string;
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
                    "application/json": components["schemas"]["CaughtMail"];
                };
            };
            /** @description `demo_unknown`: No such person of the demo · `mail_not_found`: Mail not found */
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
            /** @description `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    demo_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoSignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
            /** @description `account_suspended`: The account is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `demo_unknown`: No such person of the demo */
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
            /** @description `unavailable`: Temporarily unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
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
                    "application/json": components["schemas"]["Proof"];
                };
            };
            /** @description `erasure_not_found`: No such receipt */
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
    mails: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: ("waiting" | "sent" | "failed" | "bounced") | null;
                q?: string | null;
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
                    "application/json": components["schemas"]["Mails"];
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
    preview_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailWritten"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedMail"];
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
    mail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail_id: string;
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
                    "application/json": components["schemas"]["MailWhole"];
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
            /** @description `mail_not_found`: Mail not found */
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
    retry_mail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail_id: string;
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
                    "application/json": components["schemas"]["MailWhole"];
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
            /** @description `mail_not_found`: Mail not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `mail_gone`: This mail cannot be sent again */
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
    me: {
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
                    "application/json": components["schemas"]["Me"];
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
    change_me: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
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
            /** @description `account_unknown`: No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_changed_meanwhile`: The account has changed since it was read */
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
    ask_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkSent"];
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
            /** @description `account_unknown`: No such account */
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
            /** @description `too_many_attempts`: Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailConfirmation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
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
            /** @description `account_unknown`: No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `email_taken`: Another account has this address */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_spent`: The link has been used or is too old */
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
    erase_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erase"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptOut"];
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
            /** @description `forbidden`: This is not allowed · `sign_in_again`: A fresh sign-in is required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_unknown`: No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_administrator`: The last administrator stays */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_their_address`: The confirmation is not the account's address · `invalid_input`: The request is invalid */
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
    export_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A zip archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
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
            /** @description `account_unknown`: No such account */
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
            /** @description `service_silent`: A service does not say what it holds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_passkeys: {
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
                    "application/json": components["schemas"]["Passkeys"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token has no scope for this */
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
    add_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token has no scope for this · `passkey_refused`: The passkey proves nothing here */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_known`: The passkey is registered already · `too_many_passkeys`: The account has too many passkeys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_spent`: The challenge has been used, is too old, or is another browser's */
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
    new_passkey_options: {
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
                    "application/json": components["schemas"]["CeremonyOptions"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token has no scope for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_passkeys`: The account has too many passkeys */
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
    delete_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token has no scope for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_unknown`: No such passkey */
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
    rename_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token has no scope for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_unknown`: No such passkey */
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
    my_sessions: {
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
                    "application/json": components["schemas"]["Sessions"];
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
    end_other_sessions: {
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
                    "application/json": components["schemas"]["SessionsEnded"];
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
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
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
            /** @description `session_unknown`: No such session */
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
    retention: {
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
                    "application/json": components["schemas"]["Rules"];
                };
            };
        };
    };
    scopes: {
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
                    "application/json": components["schemas"]["Scopes"];
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
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
            /** @description `other_browser`: The link belongs to another browser · `account_suspended`: The account is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_needed`: There is no account with this address yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_spent`: The link has been used or is too old */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code_wrong`: The code is wrong · `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkSent"];
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
            /** @description `too_many_attempts`: Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_oidc: {
        parameters: {
            query?: {
                next?: string | null;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, to the page that was asked for, or to `/espace/entrer?erreur=CODE`, CODE being one of `provider_unavailable`, `provider_refused`, `sign_in_cancelled`, `sign_in_expired`, `proof_invalid`, `email_unverified`, `account_suspended`, `too_many_attempts`. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `provider_unknown`: No such identity provider */
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
    finish_oidc: {
        parameters: {
            query?: {
                code?: string | null;
                state?: string | null;
                error?: string | null;
                iss?: string | null;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, to the page that was asked for, or to `/espace/entrer?erreur=CODE`, CODE being one of `provider_unavailable`, `provider_refused`, `sign_in_cancelled`, `sign_in_expired`, `proof_invalid`, `email_unverified`, `account_suspended`, `too_many_attempts`. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `provider_unknown`: No such identity provider */
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
    sign_in_by_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeySignedIn"];
                };
            };
            /** @description `passkey_refused`: The passkey proves nothing here · `passkey_copied`: The passkey's counter went back · `account_suspended`: The account is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_spent`: The challenge has been used, is too old, or is another browser's */
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
            /** @description `too_many_attempts`: Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkey_sign_in_options: {
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
                    "application/json": components["schemas"]["CeremonyOptions"];
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
            /** @description `too_many_attempts`: Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in_providers: {
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
                    "application/json": components["schemas"]["Providers"];
                };
            };
        };
    };
    tokens: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description Those of one organisation. */
                organisation_id?: string | null;
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
                    "application/json": components["schemas"]["Tokens"];
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
            /** @description `scope_missing`: The token has no scope for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
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
    make_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenMade"];
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
            /** @description `scope_missing`: The token has no scope for this · `not_of_organisation`: Only who belongs to the organisation makes its tokens */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_tokens`: The organisation has too many tokens */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expiry_refused`: The token cannot expire then · `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
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
            /** @description `scope_missing`: The token has no scope for this · `token_not_yours`: Only its maker and administrators end a token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token_unknown`: No such token */
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
    audit_of_members: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description An account's id, or `token:` and a token's. */
                actor?: string | null;
                /** @description The id of what it was done to. */
                subject?: string | null;
                subject_kind?: string | null;
                action?: string | null;
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
                    "application/json": components["schemas"]["AuditEntries"];
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
    verify_audit_of_members: {
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
                    "application/json": components["schemas"]["AuditVerification"];
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
    dead_letters_of_members: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: "dead" | "waiting";
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
                    "application/json": components["schemas"]["DeadLetters"];
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
    replay_dead_letter_of_members: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
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
            /** @description `dead_letter_unknown`: No such dead letter */
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
    accept_invitation_by_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased · `account_needed`: Only somebody with an account can do this · `invitation_for_another`: The invitation was sent to another address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation_unknown`: No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_not_told_yet`: The account's address is not known yet · `organisation_moved`: The organisation is being merged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation_spent`: The invitation has ended */
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
    all_join_requests: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: ("waiting" | "accepted" | "refused" | "withdrawn") | null;
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
                    "application/json": components["schemas"]["JoinRequests"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
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
    my_invitations: {
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
                    "application/json": components["schemas"]["MyInvitations"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
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
    decline_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased · `account_needed`: Only somebody with an account can do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation_unknown`: No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_not_told_yet`: The account's address is not known yet · `organisation_moved`: The organisation is being merged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation_spent`: The invitation has ended */
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
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
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
                    "application/json": components["schemas"]["Joined"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased · `account_needed`: Only somebody with an account can do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation_unknown`: No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_not_told_yet`: The account's address is not known yet · `organisation_moved`: The organisation is being merged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation_spent`: The invitation has ended */
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
    my_join_requests: {
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
                    "application/json": components["schemas"]["MyJoinRequests"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
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
    withdraw_join_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased · `account_needed`: Only somebody with an account can do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `join_request_unknown`: No such request to join */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `join_request_decided`: The request to join is decided */
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
    organisation_kinds: {
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
                    "application/json": components["schemas"]["OrganisationKinds"];
                };
            };
        };
    };
    organisations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description Words of the name or the commune, or a SIRET. */
                q?: string;
                kind?: ("higher_education_research" | "technology_transfer" | "company" | "library" | "social_centre" | "popular_education" | "museum_science_centre" | "fablab" | "environment" | "cultural_venue" | "youth" | "employment_integration" | "local_authority" | "primary_school" | "college" | "lycee" | "other") | null;
                /** @description Like 80, 2A, 974. */
                department?: string | null;
                /** @description Only those that the caller acts for. */
                mine?: boolean;
                /** @description Only those that nobody administers; for those who keep the directory. */
                unadministered?: boolean;
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
                    "application/json": components["schemas"]["Organisations"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
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
    enter_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_similar`: Similar organisations exist · `siret_taken`: Another organisation has this SIRET */
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
    organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
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
                    "application/json": components["schemas"]["OrganisationOut"] | components["schemas"]["OrganisationBrief"];
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
            /** @description `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    change_organisation: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `siret_taken`: Another organisation has this SIRET */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `changed_meanwhile`: It has changed since it was read */
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
    contacts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                organisation_id: string;
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
                    "application/json": components["schemas"]["Contacts"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    add_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_contacts`: Too many contacts */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    remove_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
                contact_id: string;
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `contact_unknown`: No such contact */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    change_contact: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                organisation_id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `contact_unknown`: No such contact */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `changed_meanwhile`: It has changed since it was read */
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
    organisation_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
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
                    "application/json": components["schemas"]["SimilarOrganisations"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    organisation_history: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                organisation_id: string;
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
                    "application/json": components["schemas"]["History"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    invitations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: ("waiting" | "accepted" | "declined" | "cancelled" | "expired") | null;
            };
            header?: never;
            path: {
                organisation_id: string;
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
                    "application/json": components["schemas"]["Invitations"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_member`: They act for this organisation already · `invitation_waiting`: An invitation to this address is waiting · `too_many_waiting`: Too many are waiting */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
            /** @description `too_many_invitations`: Too many invitations within a day */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreview"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    cancel_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
                invitation_id: string;
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `invitation_unknown`: No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one · `invitation_spent`: The invitation has ended */
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
    join_requests: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: ("waiting" | "accepted" | "refused" | "withdrawn") | null;
            };
            header?: never;
            path: {
                organisation_id: string;
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
                    "application/json": components["schemas"]["JoinRequests"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    ask_to_join: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinRequestCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyJoinRequestOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased · `account_needed`: Only somebody with an account can do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_member`: They act for this organisation already · `join_request_waiting`: A request to join is waiting · `too_many_waiting`: Too many are waiting */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    accept_join_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGiven"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequestOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `join_request_unknown`: No such request to join */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `join_request_decided`: The request to join is decided */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    refuse_join_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequestOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `join_request_unknown`: No such request to join */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `join_request_decided`: The request to join is decided */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    memberships: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                organisation_id: string;
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
                    "application/json": components["schemas"]["Memberships"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    end_membership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
                membership_id: string;
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `membership_unknown`: No such membership */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_administrator`: The last administrator stays */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    change_membership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
                membership_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `membership_unknown`: No such membership */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_administrator`: The last administrator stays */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    merge_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    preview_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    notes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                organisation_id: string;
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
                    "application/json": components["schemas"]["Notes"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    write_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    remove_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
                note_id: string;
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `note_unknown`: No such note */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
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
    change_note: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                organisation_id: string;
                note_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `account_erased`: The account has been erased */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: No such organisation · `note_unknown`: No such note */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_merged`: The organisation was merged into another one */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `changed_meanwhile`: It has changed since it was read */
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
    persons: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description Words of the name or the address. */
                q?: string;
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
                    "application/json": components["schemas"]["Persons"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this */
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
    retention_of_members: {
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
                    "application/json": components["schemas"]["Rules"];
                };
            };
        };
    };
}

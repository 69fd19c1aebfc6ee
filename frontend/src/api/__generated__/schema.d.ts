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
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The applications that one may know of, the last begun first */
        get: operations["applications"];
        put?: never;
        /** Begin an application for an organisation */
        post: operations["begin_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for me in applications: changes, invitations, transfers, messages */
        get: operations["waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An application, as the caller may read it */
        get: operations["application"];
        put?: never;
        post?: never;
        /** Put a draft away */
        delete: operations["discard_application"];
        options?: never;
        head?: never;
        /** Keep answers as they are typed, field by field */
        patch: operations["save_application"];
        trace?: never;
    };
    "/api/v1/applications/{application_id}/access-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a late draft in by a code */
        post: operations["use_access_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of an application, the oldest first */
        get: operations["attachments"];
        put?: never;
        /** Attach a file */
        post: operations["attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file, to be kept and not shown */
        get: operations["attachment"];
        put?: never;
        post?: never;
        /** Take a file away */
        delete: operations["remove_attachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an application's budget adds up to */
        get: operations["application_budget"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the coordination asked to be mended, and the answers, the last first */
        get: operations["change_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/change-requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give the holder more time, or less */
        patch: operations["put_changes_off"];
        trace?: never;
    };
    "/api/v1/applications/{application_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an application, the last first */
        get: operations["application_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/letter.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter that told the decision on an application */
        get: operations["letter_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letters that told decisions on an application, the last one first */
        get: operations["letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holder and coordination wrote to one another, the last first */
        get: operations["messages"];
        put?: never;
        /** Write to the other side */
        post: operations["write_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has read what the other side wrote */
        post: operations["mark_messages_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes part in an application, the lead first */
        get: operations["application_parties"];
        put?: never;
        /** Add somebody who takes part */
        post: operations["invite_party"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/parties/{party_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a party out, or leave */
        delete: operations["remove_party"];
        options?: never;
        head?: never;
        /** Change a party's role */
        patch: operations["change_party"];
        trace?: never;
    };
    "/api/v1/applications/{application_id}/parties/{party_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept to take part */
        post: operations["accept_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/parties/{party_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse to take part */
        post: operations["refuse_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up a former application in a call that is open */
        post: operations["renew_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/request-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an application back to its holder, to be mended */
        post: operations["request_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an application again, mended as was asked */
        post: operations["resubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What everybody thinks of an application; reviewers read it once they have said what they think */
        get: operations["application_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/reviews/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own review of an application, begun or not */
        get: operations["own_review"];
        /** Write one's own review, until the decision */
        put: operations["write_own_review"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/reviews/mine/recuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stand back: the application is not one's to review any more */
        post: operations["recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/reviews/mine/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit one's own review; it may be changed until the decision */
        post: operations["submit_own_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a complete application, in time */
        post: operations["submit_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer an application to another organisation */
        post: operations["transfer_application"];
        /** Take back an offer that waits */
        delete: operations["take_back_transfer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/transfer/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an application over */
        post: operations["accept_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/transfer/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an application that is offered */
        post: operations["decline_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What keeps an application from being sent; nothing is stored */
        post: operations["validate_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back an application that was sent */
        post: operations["withdraw_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{application_id}/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ask somebody no more to review an application */
        delete: operations["take_assignment_back"];
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
    "/api/v1/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published calls: open ones first, then those to come, then those that are closed */
        get: operations["calls"];
        put?: never;
        /** Begin a call, with a form, criteria and texts to start from */
        post: operations["begin_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A published call */
        get: operations["public_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings of a call */
        patch: operations["change_call"];
        trace?: never;
    };
    "/api/v1/calls/{call_id}/access-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The codes that let somebody in late, the last made first */
        get: operations["access_codes"];
        put?: never;
        /** Make a code that lets somebody in late */
        post: operations["make_access_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/access-codes/{code_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a code: nobody else comes in by it */
        delete: operations["end_access_code"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a call offline; its applications stay */
        post: operations["archive_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for exactly the reviews of a plan, or for none; those asked are told by mail */
        post: operations["assign_reviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/assignments/mails/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The mails that would leave with a plan; nothing is done */
        post: operations["preview_assignment_mails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/assignments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would review what: evenly, by what they know, without conflicts of interest; nothing is done */
        post: operations["preview_assignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A call's applications by state and decision: how many, and the first of each */
        get: operations["board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/board/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A call's applications in one list, under the board's filters */
        get: operations["board_applications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/committee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who sits in a call's committee */
        get: operations["committee"];
        /** Write the whole committee of a call; conflicts of interest are looked for at once */
        put: operations["write_committee"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/criteria": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the applications of a call are scored by */
        get: operations["call_criteria"];
        /** Write the whole list of criteria */
        put: operations["write_call_criteria"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form that one applies with */
        get: operations["call_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/form-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a call's form, the newest first */
        get: operations["form_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/form-versions/{form_version_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A form as it was published once */
        get: operations["form_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/form/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form that is being written, what is wrong with it, and what it changes */
        get: operations["form_draft"];
        /** Keep the form as it is written so far */
        put: operations["write_form_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/form/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let people answer the form that was written */
        post: operations["publish_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a call online, with its form if that was never published */
        post: operations["publish_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/review-progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a call's reviews are: its committee, and its applications by number */
        get: operations["review_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/review-reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind reviewers of what waits for them */
        post: operations["remind_reviewers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/review-reminders/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The mails that would remind reviewers of what waits for them; nothing is sent */
        post: operations["preview_review_reminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A call with all its settings, online or not */
        get: operations["call_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts that a call's mails and letters are made of */
        get: operations["call_texts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/templates/{kind}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A text, with the names that it may hold */
        get: operations["call_text"];
        /** Write a text */
        put: operations["write_call_text"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/templates/{kind}/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A text, saved or not, as it would leave, with the values of an example */
        post: operations["preview_call_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of published events that wait for the coordination, or that it has settled */
        get: operations["proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what one proposed */
        delete: operations["withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-proposals/{proposal_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what a proposal asks; the public page changes now */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-proposals/{proposal_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the event as it is, saying why */
        post: operations["reject"];
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
    "/api/v1/conflicts-of-interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conflicts of interest, found and told, the newest first */
        get: operations["conflicts_of_interest"];
        put?: never;
        /** Declare a conflict of one's own, or pin one on somebody who judges */
        post: operations["tell_conflict_of_interest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conflicts-of-interest/{conflict_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a conflict of interest is none: not one's own, and with a reason */
        post: operations["dismiss_conflict_of_interest"];
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
    "/api/v1/decision-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of decisions, the last made first */
        get: operations["decision_batches"];
        put?: never;
        /** Begin a batch of decisions */
        post: operations["create_decision_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A batch, those present and everything that it decides, compared with the scores */
        get: operations["decision_batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a batch's title, notes, day, and who sits */
        patch: operations["change_decision_batch"];
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a batch, whole and once */
        post: operations["apply_decision_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The applications that no batch decides yet, by number */
        get: operations["decision_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a batch up */
        post: operations["discard_decision_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stage decisions on many applications at once */
        post: operations["stage_decisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}/items/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Stage the decision on one application */
        put: operations["stage_decision"];
        post?: never;
        /** Take an application out of a batch */
        delete: operations["unstage_decision"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}/items/{application_id}/letter.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter of a staged decision, as it would leave */
        get: operations["draft_letter_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}/minutes.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes of an applied batch */
        get: operations["minutes_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-batches/{batch_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What applying a batch would do: every mail and letter, and what to look at before */
        post: operations["preview_decision_batch"];
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
        /** Open an edition: its year, theme and official dates, and where its events are entered */
        post: operations["open_edition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an edition's theme, dates, or where its events are entered */
        patch: operations["change_edition"];
        trace?: never;
    };
    "/api/v1/editions/{year}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calls of an edition, online or not, the last made first */
        get: operations["calls_of_edition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}/confirmation-reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind the contacts of labelled projects that are not confirmed */
        post: operations["remind_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}/confirmation-reminders/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The reminders to confirm one's project, as they would leave */
        post: operations["preview_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}/edit-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holders may edit of an edition's events, and when */
        get: operations["policy"];
        /** Set what holders may edit of an edition's events; what is left out follows the defaults */
        put: operations["write_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}/not-entered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** « Labellisés, non saisis »: labelled projects of which the national feed holds no event */
        get: operations["not_entered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}/not-entered/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind the contacts of labelled projects that the national feed does not hold */
        post: operations["remind_not_entered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}/not-entered/reminders/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The reminders to enter one's events in the national site, as they would leave */
        post: operations["preview_not_entered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish every event of an edition that misses nothing, in one step */
        post: operations["publish_edition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{year}/publish/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What publishing an edition would show, what events miss, and what is worth a look */
        post: operations["preview_edition"];
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
        /** Write an event with its sessions; what it may be already is told */
        post: operations["create_event"];
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
    "/api/v1/events/{event_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that may be this one, in the national feed or here */
        get: operations["candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{event_id}/clashes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Other sessions at the same time, at the same venue or with the same person */
        get: operations["clashes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{event_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions of an event, in order of time */
        get: operations["sessions"];
        put?: never;
        /** Add a session; where the edition's policy wants it, the coordination looks at it first */
        post: operations["add_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{event_id}/stands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands in a village, whoever holds it, and who is asked */
        get: operations["stands"];
        put?: never;
        /** Offer a stand to an organisation, which will write it itself */
        post: operations["offer_stand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The labelled projects in which one's organisations take part, the newest first */
        get: operations["projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project with who takes part, its events, and what its contact was reminded of */
        get: operations["project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a project's title or contact */
        patch: operations["change_project"];
        trace?: never;
    };
    "/api/v1/projects/{project_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a project with all its events, and tell those whom it concerns */
        post: operations["cancel_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a project will take place */
        post: operations["confirm_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/national-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to copy into the national site's form, in its order, event by event */
        get: operations["national_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the events of a project that miss nothing */
        post: operations["publish_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/publish/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What publishing a project would show, what its events miss, and what is worth a look */
        post: operations["preview_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one was asked to review: what waits first, by its day */
        get: operations["reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take away a session that was never published */
        delete: operations["remove_session"];
        options?: never;
        head?: never;
        /** Change fields of a session; a sync keeps the event's sessions from then on */
        patch: operations["change_session"];
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a session, saying why; every channel shows it at once */
        post: operations["cancel_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/move-online": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a session online */
        post: operations["move_session_online"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/postpone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Postpone a session to a day that is not known yet */
        post: operations["postpone_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a session takes place after all, when and where it was to be */
        post: operations["reinstate_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a session to another time; it says when it was before */
        post: operations["reschedule_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stands offered to one's organisations, or by them, the newest first */
        get: operations["stand_invitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an offer back */
        delete: operations["withdraw_offer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-invitations/{invitation_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a stand: an event of one's own, to be written */
        post: operations["accept_stand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-invitations/{invitation_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a stand to others */
        post: operations["decline_stand"];
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
    "/api/v1/venues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The places where events are held: anybody who writes events chooses among them */
        get: operations["venues"];
        put?: never;
        /** Add a place; those nearly like it are told first */
        post: operations["add_venue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/venues/{venue_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A place where events are held */
        get: operations["venue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a place; no sync changes it from then on */
        patch: operations["change_venue"];
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
    "/api/v1/accounts/reviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the coordination may ask to sit in a committee, by name */
        get: operations["reviewers"];
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
    "/api/v1/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook may listen to */
        get: operations["webhook_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks of the organisations that I administer, the newest first */
        get: operations["webhooks"];
        put?: never;
        /** Have my organisation's program told of what happens */
        post: operations["make_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook */
        get: operations["webhook"];
        put?: never;
        post?: never;
        /** Forget a webhook and what it was told */
        delete: operations["remove_webhook"];
        options?: never;
        head?: never;
        /** Change a webhook, or turn it off and on */
        patch: operations["change_webhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook was told, the newest first */
        get: operations["webhook_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it again, under the same id */
        post: operations["replay_webhook_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the secret; the former one signs too for a day */
        post: operations["rotate_webhook_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a webhook something that means nothing */
        post: operations["test_webhook"];
        delete?: never;
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
         * AccessCodeCreate
         * @description A code to make. Without `code`, letters are drawn.
         */
        AccessCodeCreate: {
            /** Code */
            code?: string | null;
            /**
             * Expires At
             * Format: date-time
             * @description What it opened stays open until then, and no longer.
             */
            expires_at: string;
            /**
             * Label
             * @description For whom, or why.
             * @default
             */
            label: string;
            /**
             * Max Uses
             * @default 1
             */
            max_uses: number;
        };
        /**
         * AccessCodeOut
         * @description A code that lets in late.
         */
        AccessCodeOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Code */
            code: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ended At */
            ended_at: string | null;
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
            /** Label */
            label: string;
            /** Max Uses */
            max_uses: number;
            /** Uses */
            uses: number;
        };
        /**
         * AccessCodes
         * @description A page of codes, the last made first.
         */
        AccessCodes: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Items */
            items: components["schemas"]["AccessCodeOut"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * AccessDetail
         * @description The same, and whether a code lets it in.
         */
        AccessDetail: {
            /** By Code */
            by_code: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "not_open" | "open" | "grace" | "late" | "closed";
            /** Until */
            until: string | null;
        };
        /**
         * AccessOut
         * @description Whether the call takes the draft now, and until when.
         */
        AccessOut: {
            /**
             * State
             * @enum {string}
             */
            state: "not_open" | "open" | "grace" | "late" | "closed";
            /** Until */
            until: string | null;
        };
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
         * ApplicationCreate
         * @description A draft to begin.
         */
        ApplicationCreate: {
            /** Access Code */
            access_code?: string | null;
            /**
             * Call Id
             * Format: uuid
             */
            call_id: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
        };
        /**
         * ApplicationEntryOut
         * @description Something that happened. `status` is the application's then; an edit lasted until `until`.
         */
        ApplicationEntryOut: {
            /** Action */
            action: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Audience
             * @enum {string}
             */
            audience: "applicant" | "committee" | "staff";
            /** Changes */
            changes: components["schemas"]["ChangeOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Mine */
            is_mine: boolean;
            /** Label */
            label: string;
            /** Reason */
            reason: string | null;
            /**
             * Side
             * @description For whom they acted who did it.
             * @enum {string}
             */
            side: "holder" | "coordination" | "reviewer" | "machine";
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "submitted" | "changes_requested" | "under_review" | "decided" | "withdrawn" | "discarded";
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * ApplicationHistory
         * @description A page of the history, the last first; `next` is null on the last one.
         */
        ApplicationHistory: {
            /** Items */
            items: components["schemas"]["ApplicationEntryOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ApplicationOut
         * @description An application as the caller may read it. What they may not is null.
         */
        ApplicationOut: {
            access: components["schemas"]["AccessDetail"];
            /** Allowed Actions */
            allowed_actions: string[];
            /** Amount Granted Cents */
            amount_granted_cents: number | null;
            /**
             * Answer By
             * @description Before when requested changes are due.
             */
            answer_by: string | null;
            /** Answers */
            answers: {
                [key: string]: unknown;
            } | null;
            call: components["schemas"]["CallName"];
            commune: components["schemas"]["CommuneName"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Decision */
            decision: ("labelled" | "waitlisted" | "not_labelled") | null;
            /** Department */
            department: string | null;
            form: components["schemas"]["FormName"];
            /** Former Answers */
            former_answers: components["schemas"]["FormerAnswer"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            organisation: components["schemas"]["HolderName"] | null;
            /** Renewed From Id */
            renewed_from_id: string | null;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /**
             * Stale Fields
             * @description Fields taken over from a former edition, to confirm before it is sent.
             */
            stale_fields: string[];
            /**
             * Standing
             * @description In what capacity the caller looks at it.
             * @enum {string}
             */
            standing: "editor" | "coordination" | "reader" | "reviewer" | "invited";
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "submitted" | "changes_requested" | "under_review" | "decided" | "withdrawn" | "discarded";
            /** Submitted At */
            submitted_at: string | null;
            /** Theme */
            theme: string | null;
            /** Title */
            title: string | null;
            transfer: components["schemas"]["TransferOut"] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /** Withdrawal Reason */
            withdrawal_reason: string | null;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * ApplicationPatch
         * @description Answers to keep; fields left out stay as they are.
         */
        ApplicationPatch: {
            /**
             * Answers
             * @description Values by field id, as the call's form says; null empties a field.
             */
            answers?: {
                [key: string]: unknown;
            };
            /**
             * Confirmed
             * @description Fields taken over from a former edition that are right as they are.
             */
            confirmed?: string[];
        };
        /**
         * ApplicationReviews
         * @description What the committee thinks of an application.
         */
        ApplicationReviews: {
            /** Criteria */
            criteria: components["schemas"]["CriterionOut"][];
            /** Items */
            items: components["schemas"]["ReviewShown"][];
            score: components["schemas"]["Scored"];
        };
        /**
         * ApplicationSummary
         * @description An application of a list. What the caller may not read is null.
         */
        ApplicationSummary: {
            access: components["schemas"]["AccessOut"];
            /** Allowed Actions */
            allowed_actions: string[];
            call: components["schemas"]["CallName"];
            commune: components["schemas"]["CommuneName"] | null;
            /** Decision */
            decision: ("labelled" | "waitlisted" | "not_labelled") | null;
            /** Department */
            department: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            organisation: components["schemas"]["HolderName"] | null;
            /**
             * Standing
             * @description In what capacity the caller looks at it.
             * @enum {string}
             */
            standing: "editor" | "coordination" | "reader" | "reviewer" | "invited";
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "submitted" | "changes_requested" | "under_review" | "decided" | "withdrawn" | "discarded";
            /** Submitted At */
            submitted_at: string | null;
            /** Theme */
            theme: string | null;
            /** Title */
            title: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * Applications
         * @description A page of applications, the last begun first. The counts are over every filter but `status`; `total` over all.
         */
        Applications: {
            /** By Decision */
            by_decision: {
                [key: string]: number;
            };
            /** By Status */
            by_status: {
                [key: string]: number;
            };
            /** Items */
            items: components["schemas"]["ApplicationSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * Applied
         * @description What applying a batch did.
         */
        Applied: {
            /**
             * Applied At
             * Format: date-time
             */
            applied_at: string;
            applied_by: components["schemas"]["DecidedBy"];
            counts: components["schemas"]["DecisionCounts"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Letters */
            letters: number;
            /** Mails */
            mails: number;
            /** Projects */
            projects: number;
            /**
             * State
             * @enum {string}
             */
            state: "staged" | "applied" | "discarded";
            /** Version */
            version: number;
        };
        /**
         * ApplyWanted
         * @description Which version of the batch is applied, as it was previewed.
         */
        ApplyWanted: {
            /**
             * Preview Id
             * @description By default the last preview of this version.
             */
            preview_id?: string | null;
            /** Version */
            version: number;
        };
        /**
         * Approval
         * @description How a proposal is approved.
         */
        Approval: {
            /**
             * Over Newer
             * @description Also over what has changed since it was made.
             * @default false
             */
            over_newer: boolean;
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
         * AskedField
         * @description A question that a request is about.
         */
        AskedField: {
            /** Id */
            id: string;
            /** Label */
            label: string;
        };
        /**
         * Assigned
         * @description What was done: reviews asked, and applications whose review began with it.
         */
        Assigned: {
            /** Assigned */
            assigned: number;
            /** Begun */
            begun: string[];
        };
        /**
         * AssignmentMails
         * @description The mails that would leave with a plan; nothing was done.
         */
        AssignmentMails: {
            /** Items */
            items: components["schemas"]["ReviewerMail"][];
        };
        /**
         * AssignmentWanted
         * @description An application, and who is to review it.
         */
        AssignmentWanted: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
        };
        /**
         * AssignmentsWrite
         * @description A plan, done whole or not at all.
         */
        AssignmentsWrite: {
            /** Assignments */
            assignments: components["schemas"]["AssignmentWanted"][];
            /**
             * Due On
             * @description The last day to review.
             */
            due_on?: string | null;
            /**
             * Message
             * @description What to add to the mails, in one's own words.
             */
            message?: string | null;
        };
        /**
         * AttachmentOut
         * @description A file of an application. Where who holds it is hidden from the reader, its name is that of its question.
         */
        AttachmentOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Field Id */
            field_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Media Type
             * @description What the content is, whatever the file was called.
             */
            media_type: string;
            /** Name */
            name: string;
            /**
             * Scan
             * @description `waiting`: not served until the virus scanner has seen it.
             * @enum {string}
             */
            scan: "waiting" | "clean" | "infected" | "skipped";
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
        };
        /**
         * Attachments
         * @description A page of files, the oldest first; `next` is null on the last one.
         */
        Attachments: {
            /** Items */
            items: components["schemas"]["AttachmentOut"][];
            /** Next */
            next: string | null;
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
         * BatchCall
         * @description The call that a batch decides on.
         */
        BatchCall: {
            /** Has Committee */
            has_committee: boolean;
            /** Has Scoring */
            has_scoring: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Quorum */
            quorum: number | null;
            /** Title */
            title: string;
            /** Year */
            year: number;
        };
        /**
         * BatchCreate
         * @description A batch to begin.
         */
        BatchCreate: {
            /**
             * Call Id
             * Format: uuid
             */
            call_id: string;
            /**
             * Notes
             * @description Said in the minutes.
             * @default
             */
            notes: string;
            /**
             * Present
             * @description Accounts of the call's committee who sit.
             */
            present?: string[];
            /** Sitting On */
            sitting_on?: string | null;
            /** Title */
            title: string;
        };
        /**
         * BatchOut
         * @description A batch with those present and everything that it decides.
         */
        BatchOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Amount Cents */
            amount_cents: number;
            /** Applied At */
            applied_at: string | null;
            applied_by: components["schemas"]["DecidedBy"] | null;
            /** @description Null where the call has none. */
            budget: components["schemas"]["CallBudget"] | null;
            call: components["schemas"]["BatchCall"];
            /**
             * Call Id
             * Format: uuid
             */
            call_id: string;
            counts: components["schemas"]["DecisionCounts"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["DecidedBy"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Items */
            items: components["schemas"]["ItemOut"][];
            /** Notes */
            notes: string;
            /** Present */
            present: components["schemas"]["PresentMember"][];
            /** Sitting On */
            sitting_on: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "staged" | "applied" | "discarded";
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * BatchPatch
         * @description What of a batch to change; what is left out stays.
         */
        BatchPatch: {
            /** Notes */
            notes?: string;
            /**
             * Present
             * @description Accounts of the call's committee who sit.
             */
            present?: string[];
            /** Sitting On */
            sitting_on?: string | null;
            /** Title */
            title?: string;
        };
        /**
         * BatchSummary
         * @description A batch of the list. What a conflict of interest hides from the caller is in no count.
         */
        BatchSummary: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Amount Cents */
            amount_cents: number;
            /** Applied At */
            applied_at: string | null;
            applied_by: components["schemas"]["DecidedBy"] | null;
            /** @description Null where the call has none. */
            budget: components["schemas"]["CallBudget"] | null;
            call: components["schemas"]["BatchCall"];
            /**
             * Call Id
             * Format: uuid
             */
            call_id: string;
            counts: components["schemas"]["DecisionCounts"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["DecidedBy"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Notes */
            notes: string;
            /** Sitting On */
            sitting_on: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "staged" | "applied" | "discarded";
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * BatchWarning
         * @description Something to look at before a batch is applied.
         */
        BatchWarning: {
            /** Application Id */
            application_id: string | null;
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Is Blocking */
            is_blocking: boolean;
            /** Number */
            number: number | null;
        };
        /**
         * Batches
         * @description A page of batches, the last made first; `next` is null on the last one.
         */
        Batches: {
            /** Items */
            items: components["schemas"]["BatchSummary"][];
            /** Next */
            next: string | null;
        };
        /**
         * Board
         * @description A call's applications by state and decision.
         */
        Board: {
            call: components["schemas"]["DeskCall"];
            /** Columns */
            columns: components["schemas"]["DeskColumn"][];
            /** Total */
            total: number;
        };
        /**
         * BudgetLineOut
         * @description A line of a budget, in cents.
         */
        BudgetLineOut: {
            /** Amount Cents */
            amount_cents: number | null;
            /** Label */
            label: string;
        };
        /**
         * BudgetOut
         * @description A budget and what it adds up to, in cents. The balance counts what is asked for as income.
         */
        BudgetOut: {
            /** Amount Granted Cents */
            amount_granted_cents: number | null;
            /** Balance Cents */
            balance_cents: number;
            /** Expenses */
            expenses: components["schemas"]["BudgetLineOut"][];
            /** Expenses Cents */
            expenses_cents: number;
            /** Income */
            income: components["schemas"]["BudgetLineOut"][];
            /** Income Cents */
            income_cents: number;
            /** Is Balanced */
            is_balanced: boolean;
            /** Requested Cents */
            requested_cents: number | null;
        };
        /**
         * CallBrief
         * @description A call, as lists name it.
         */
        CallBrief: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * CallBudget
         * @description The call's money, in cents; `left_cents` once this batch is applied, below 0 when it is too little.
         */
        CallBudget: {
            /** Budget Cents */
            budget_cents: number;
            /** Granted Cents */
            granted_cents: number;
            /** Left Cents */
            left_cents: number;
        };
        /**
         * CallCreate
         * @description A call to begin, with all that the festival's call has; or with what another call had.
         */
        CallCreate: {
            /** Closes At */
            closes_at?: string | null;
            /**
             * Edition
             * @description Its year.
             */
            edition: number;
            /**
             * From Call Id
             * @description Take settings, form, criteria and texts over.
             */
            from_call_id?: string | null;
            /** Opens At */
            opens_at?: string | null;
            /** Title */
            title?: string | null;
        };
        /**
         * CallCriterion
         * @description A criterion.
         */
        CallCriterion: {
            /** Help */
            help: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Scale */
            scale: number;
            /** Weight */
            weight: number;
        };
        /**
         * CallEdition
         * @description The edition of a call; civil days, both included.
         */
        CallEdition: {
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
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
         * CallName
         * @description A call by its title, and the year of its edition.
         */
        CallName: {
            /** Edition */
            edition: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * CallOut
         * @description A call as the coordination sees it.
         */
        CallOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Budget Cents */
            budget_cents: number | null;
            /** Charter Rules */
            charter_rules: ("session_in_official_dates" | "free_of_charge" | "venue_in_territory")[];
            /** Closed Message */
            closed_message: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /**
             * Closing Policy
             * @enum {string}
             */
            closing_policy: "lock" | "grace" | "submit_complete";
            /** Contact Email */
            contact_email: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            edition: components["schemas"]["CallEdition"];
            /**
             * Form Draft Number
             * @description Of the form that is being written.
             */
            form_draft_number: number | null;
            /**
             * Form Number
             * @description Of the published form.
             */
            form_number: number | null;
            /** Form Version Id */
            form_version_id: string | null;
            /** Grace Minutes */
            grace_minutes: number;
            /** Has Committee */
            has_committee: boolean;
            /** Has Scoring */
            has_scoring: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Introduction */
            introduction: string;
            /** Is Anonymous */
            is_anonymous: boolean;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /**
             * Publication
             * @enum {string}
             */
            publication: "draft" | "published" | "archived";
            /** Published At */
            published_at: string | null;
            /** Quorum */
            quorum: number | null;
            /** Reviews Per Application */
            reviews_per_application: number;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * CallPatch
         * @description The fields to change; those left out stay as they are, and null is refused where nothing cannot be meant.
         */
        CallPatch: {
            /** Budget Cents */
            budget_cents?: number | null;
            /** Charter Rules */
            charter_rules?: ("session_in_official_dates" | "free_of_charge" | "venue_in_territory")[];
            /** Closed Message */
            closed_message?: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at?: string;
            /**
             * Closing Policy
             * @enum {string}
             */
            closing_policy?: "lock" | "grace" | "submit_complete";
            /** Contact Email */
            contact_email?: string | null;
            /** Grace Minutes */
            grace_minutes?: number;
            /** Has Committee */
            has_committee?: boolean;
            /** Has Scoring */
            has_scoring?: boolean;
            /**
             * Introduction
             * @description Markdown.
             */
            introduction?: string;
            /** Is Anonymous */
            is_anonymous?: boolean;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at?: string;
            /** Quorum */
            quorum?: number | null;
            /** Reviews Per Application */
            reviews_per_application?: number;
            /** Title */
            title?: string;
        };
        /**
         * CallPublic
         * @description A published call with what applications are judged by.
         */
        CallPublic: {
            /** Charter Rules */
            charter_rules: components["schemas"]["ombelle_events__calls__schemas__CharterRuleOut"][];
            /** Closed Message */
            closed_message: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /**
             * Closing Policy
             * @enum {string}
             */
            closing_policy: "lock" | "grace" | "submit_complete";
            /** Contact Email */
            contact_email: string | null;
            /** Criteria */
            criteria: components["schemas"]["CriterionBrief"][];
            edition: components["schemas"]["CallEdition"];
            /** Form Number */
            form_number: number;
            /** Grace Minutes */
            grace_minutes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Introduction Html */
            introduction_html: string | null;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /**
             * State
             * @description At the moment of the answer.
             * @enum {string}
             */
            state: "upcoming" | "open" | "closed";
            /** Title */
            title: string;
        };
        /**
         * Calls
         * @description A page of published calls: open ones first, then those to come, then those that are closed.
         */
        Calls: {
            /** Items */
            items: components["schemas"]["PublishedCall"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * CallsOfEdition
         * @description A page of an edition's calls, the last made first.
         */
        CallsOfEdition: {
            /** Items */
            items: components["schemas"]["CallOut"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * Cancellation
         * @description Why a project is cancelled; those whom it concerns are told.
         */
        Cancellation: {
            /** Reason */
            reason: string;
        };
        /**
         * ChangeOut
         * @description What one change was, as people read it.
         */
        ChangeOut: {
            /** After */
            after: string | null;
            /** Before */
            before: string | null;
            /** Difference */
            difference: components["schemas"]["Piece"][];
            /** Label */
            label: string;
            /** Pointer */
            pointer: string;
        };
        /**
         * ChangeRequestOut
         * @description What was asked for, and what it was answered.
         */
        ChangeRequestOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Due On */
            due_on: string | null;
            /** Fields */
            fields: components["schemas"]["AskedField"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Open */
            is_open: boolean;
            /** Message */
            message: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "incorrect" | "incomplete" | "outdated";
        };
        /**
         * ChangeRequests
         * @description A page of requests, the last first; `next` is null on the last one.
         */
        ChangeRequests: {
            /** Items */
            items: components["schemas"]["ChangeRequestOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ChangesPutOff
         * @description Another day until which changes may be sent; null for no such day.
         */
        ChangesPutOff: {
            /** Due On */
            due_on: string | null;
        };
        /**
         * ChangesWanted
         * @description What the coordination asks to be mended.
         */
        ChangesWanted: {
            /**
             * Due On
             * @description The last day for answering, in Paris.
             */
            due_on?: string | null;
            /** Field Ids */
            field_ids?: string[];
            /** Message */
            message: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "incorrect" | "incomplete" | "outdated";
        };
        /**
         * Clash
         * @description Another session at the same time, at the same venue or with the same person.
         */
        Clash: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Event Slug */
            event_slug: string;
            /** Event Title */
            event_title: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "venue" | "person";
            /**
             * Other Session Id
             * Format: uuid
             */
            other_session_id: string;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Subject
             * @description The venue's or the person's name.
             */
            subject: string;
        };
        /**
         * Clashes
         * @description What the sessions of an event clash with.
         */
        Clashes: {
            /** Items */
            items: components["schemas"]["Clash"][];
        };
        /**
         * CodeGiven
         * @description A code for a draft that is late.
         */
        CodeGiven: {
            /**
             * Access Code
             * @description A code that lets a late draft in; capitals and spaces do not matter.
             */
            access_code: string;
        };
        /**
         * Committee
         * @description A call's committee by name, those who left last. `version` is the call's.
         */
        Committee: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Items */
            items: components["schemas"]["MemberOut"][];
            /** Version */
            version: number;
        };
        /**
         * CommitteeRecommendations
         * @description How many reviewers recommend what.
         */
        CommitteeRecommendations: {
            /** Label */
            label: number;
            /** Not Label */
            not_label: number;
            /** Waitlist */
            waitlist: number;
        };
        /**
         * CommitteeScores
         * @description What the committee thinks: the mean of the reviews' weighted means, out of `out_of`, and their spread.
         */
        CommitteeScores: {
            /** Mean */
            mean: number | null;
            /** Out Of */
            out_of: number | null;
            recommendations: components["schemas"]["CommitteeRecommendations"];
            /** Reviews */
            reviews: number;
            /** Spread */
            spread: number | null;
        };
        /**
         * CommitteeWrite
         * @description The whole committee; whoever is left out leaves it.
         */
        CommitteeWrite: {
            /** Items */
            items: components["schemas"]["MemberWrite"][];
        };
        /**
         * CommuneName
         * @description A commune by its INSEE code; the name is null when the territory does not have it.
         */
        CommuneName: {
            /** Insee */
            insee: string;
            /** Name */
            name: string | null;
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
         * ConflictOfInterestOut
         * @description Why somebody must know nothing of what is thought of an application, unless it is dismissed.
         *
         *     `evidence` lists what it rests on: organisations (`organisation_id`, `organisation`, `role`, `source`), domains of
         *     addresses (`domain`), or what was told (`reason`).
         */
        ConflictOfInterestOut: {
            account: components["schemas"]["Person"];
            /** Allowed Actions */
            allowed_actions: string[];
            application: components["schemas"]["HeldDossier"];
            /**
             * Call Id
             * Format: uuid
             */
            call_id: string;
            /**
             * Declared At
             * Format: date-time
             */
            declared_at: string;
            /** Declared By */
            declared_by: string | null;
            /** Dismissal Reason */
            dismissal_reason: string | null;
            /** Dismissed At */
            dismissed_at: string | null;
            /** Dismissed By */
            dismissed_by: string | null;
            /** Evidence */
            evidence: {
                [key: string]: unknown;
            }[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "organisation" | "partner" | "address_domain" | "declared" | "pinned";
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
         * ConflictTold
         * @description A conflict that was told. It says no more of the application: whose it is may not know.
         */
        ConflictTold: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Declared At
             * Format: date-time
             */
            declared_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "organisation" | "partner" | "address_domain" | "declared" | "pinned";
        };
        /**
         * ConflictWrite
         * @description A conflict of one's own, or, told by the coordination, of somebody who judges.
         */
        ConflictWrite: {
            /**
             * Account Id
             * @description Whose it is; without it, one's own.
             */
            account_id?: string | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Reason */
            reason: string;
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
         * ConflictsOfInterest
         * @description A page of conflicts, the newest first; `next` is null on the last one.
         */
        ConflictsOfInterest: {
            /** Items */
            items: components["schemas"]["ConflictOfInterestOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Criteria
         * @description A call's criteria, in order. `version` is the call's.
         */
        Criteria: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Items */
            items: components["schemas"]["CallCriterion"][];
            /** Next */
            next?: null;
            /** Total */
            total: number;
            /** Version */
            version: number;
        };
        /**
         * CriteriaWrite
         * @description The whole list, in order; criteria left out go, unless they have scores.
         */
        CriteriaWrite: {
            /** Items */
            items: components["schemas"]["CriterionWrite"][];
        };
        /**
         * CriterionBrief
         * @description What applications are judged by, and how much of the score that is.
         */
        CriterionBrief: {
            /** Help */
            help: string;
            /** Name */
            name: string;
            /**
             * Share
             * @description Of the whole score, from 0 to 1.
             */
            share: number;
        };
        /**
         * CriterionOut
         * @description What is scored, from 0 to `scale`.
         */
        CriterionOut: {
            /** Help */
            help: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Scale */
            scale: number;
            /** Weight */
            weight: number;
        };
        /**
         * CriterionWrite
         * @description A criterion, new without `id`.
         */
        CriterionWrite: {
            /**
             * Help
             * @default
             */
            help: string;
            /** Id */
            id?: string | null;
            /** Name */
            name: string;
            /**
             * Scale
             * @description Scores go from 0 to this.
             */
            scale: number;
            /**
             * Weight
             * @description Its share of the mean is its weight among all weights.
             */
            weight: number | string;
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
         * DecidedBy
         * @description Who did something; `name` is null where it is not known here.
         */
        DecidedBy: {
            /** Id */
            id: string;
            /** Name */
            name: string | null;
        };
        /**
         * DecisionCandidate
         * @description An application to decide on.
         */
        DecisionCandidate: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Commune Insee */
            commune_insee: string | null;
            /** Department */
            department: string | null;
            /** Number */
            number: number;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Organisation Name */
            organisation_name: string | null;
            /**
             * Present Decision
             * @description `waitlisted` for one that may be called up.
             */
            present_decision: ("labelled" | "waitlisted" | "not_labelled") | null;
            /** Requested Cents */
            requested_cents: number | null;
            scores: components["schemas"]["CommitteeScores"] | null;
            /** Status */
            status: string;
            /** Theme */
            theme: string | null;
            /** Title */
            title: string | null;
        };
        /**
         * DecisionCandidates
         * @description A page of applications that no batch decides yet, by number; `next` is null on the last one.
         */
        DecisionCandidates: {
            /** Items */
            items: components["schemas"]["DecisionCandidate"][];
            /** Next */
            next: string | null;
        };
        /**
         * DecisionCounts
         * @description How many decisions of each kind.
         */
        DecisionCounts: {
            /** Labelled */
            labelled: number;
            /** Not Labelled */
            not_labelled: number;
            /** Total */
            total: number;
            /** Waitlisted */
            waitlisted: number;
        };
        /**
         * DecisionMail
         * @description A mail as it would leave.
         */
        DecisionMail: {
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
         * DeskApplications
         * @description A page of a call's applications; `total` is over all pages.
         */
        DeskApplications: {
            /** Items */
            items: components["schemas"]["DeskCard"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * DeskCall
         * @description The call, as far as the desk depends on it.
         */
        DeskCall: {
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Edition */
            edition: number;
            /** Has Committee */
            has_committee: boolean;
            /** Has Scoring */
            has_scoring: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Anonymous */
            is_anonymous: boolean;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Publication */
            publication: string;
            /** Reviews Per Application */
            reviews_per_application: number;
            /** Title */
            title: string;
        };
        /**
         * DeskCard
         * @description An application on the desk. Of a draft its number, title and organisation are told, and nothing that it says.
         */
        DeskCard: {
            /** Allowed Actions */
            allowed_actions: ("request_changes" | "remind_draft" | "assign" | "message" | "stage")[];
            /** Amount Granted Cents */
            amount_granted_cents: number | null;
            change_request: components["schemas"]["OpenRequest"] | null;
            /**
             * Column
             * @description Its state; once it is decided, its decision.
             * @enum {string}
             */
            column: "draft" | "submitted" | "changes_requested" | "under_review" | "labelled" | "waitlisted" | "not_labelled" | "withdrawn";
            commune: components["schemas"]["CommuneName"] | null;
            /**
             * Conflicts
             * @description Members of the committee with a conflict of interest there.
             */
            conflicts: number;
            /** Decision */
            decision: ("labelled" | "waitlisted" | "not_labelled") | null;
            /** Department */
            department: string | null;
            /**
             * Has Conflict
             * @description Whether the caller has a conflict of interest there.
             */
            has_conflict: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Late */
            late: ("draft_closed" | "submitted_late" | "answer_late" | "review_late")[];
            /** Number */
            number: number;
            organisation: components["schemas"]["HolderName"];
            /** Requested Cents */
            requested_cents: number | null;
            /** @description Null for a draft, and to whoever has a conflict of interest. */
            reviews: components["schemas"]["DeskReviews"] | null;
            /** @description Null too to whoever has a conflict of interest. */
            staged: components["schemas"]["DeskStaged"] | null;
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "submitted" | "changes_requested" | "under_review" | "decided" | "withdrawn" | "discarded";
            /** Submitted At */
            submitted_at: string | null;
            /** Theme */
            theme: string | null;
            /** Title */
            title: string | null;
            /**
             * Unread
             * @description Messages of its holder that nobody has read.
             */
            unread: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * DeskColumn
         * @description A column of the board: how many stand there, and the first of them by number.
         */
        DeskColumn: {
            /** Items */
            items: components["schemas"]["DeskCard"][];
            /**
             * Name
             * @enum {string}
             */
            name: "draft" | "submitted" | "changes_requested" | "under_review" | "labelled" | "waitlisted" | "not_labelled" | "withdrawn";
            /**
             * Next
             * @description Where `/board/applications?status=…` goes on.
             */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * DeskReviews
         * @description How far the reviews are, and what they say together.
         */
        DeskReviews: {
            /** Assigned */
            assigned: number;
            /** Label */
            label: number;
            /** Mean */
            mean: number | null;
            /** Not Label */
            not_label: number;
            /** Out Of */
            out_of: number | null;
            /** Spread */
            spread: number | null;
            /** Submitted */
            submitted: number;
            /** Waitlist */
            waitlist: number;
        };
        /**
         * DeskStaged
         * @description The decision that is being prepared.
         */
        DeskStaged: {
            /**
             * Batch Id
             * Format: uuid
             */
            batch_id: string;
            /**
             * Decision
             * @enum {string}
             */
            decision: "labelled" | "waitlisted" | "not_labelled";
            /** Title */
            title: string;
        };
        /**
         * Difference
         * @description One field of a proposal: what it was, would be, and is now.
         */
        Difference: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /** Field */
            field: string;
            /** Label */
            label: string;
            /** Now */
            now: unknown;
        };
        /**
         * Dismissal
         * @description Why a conflict is none.
         */
        Dismissal: {
            /** Reason */
            reason: string;
        };
        /**
         * DossierProgress
         * @description How far the review of an application is. `score` is null to whoever has a conflict of interest there.
         */
        DossierProgress: {
            application: components["schemas"]["HeldDossier"];
            /** Assigned */
            assigned: number;
            /**
             * Conflicts
             * @description Members of the committee with a conflict of interest there.
             */
            conflicts: number;
            /**
             * Has Conflict
             * @description Whether the caller has one.
             */
            has_conflict: boolean;
            score: components["schemas"]["Scored"] | null;
            /** Submitted */
            submitted: number;
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
         * EditionNew
         * @description A year's festival to open; civil days, both included.
         */
        EditionNew: {
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /**
             * Mastering
             * @default nationally
             * @enum {string}
             */
            mastering: "here" | "nationally";
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Theme */
            theme?: string | null;
            /** Year */
            year: number;
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
             * Mastering
             * @description Where its events are entered: here, or in the national agenda.
             * @enum {string}
             */
            mastering: "here" | "nationally";
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Theme */
            theme: string | null;
            /** Version */
            version: number;
            /** Year */
            year: number;
        };
        /**
         * EditionPatch
         * @description The fields to change.
         */
        EditionPatch: {
            /**
             * Ends On
             * Format: date
             */
            ends_on?: string;
            /**
             * Mastering
             * @enum {string}
             */
            mastering?: "here" | "nationally";
            /**
             * Starts On
             * Format: date
             */
            starts_on?: string;
            /** Theme */
            theme?: string | null;
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
         * EventCandidate
         * @description An event that may be this one; the coordination links the pair `id`, or tells the two apart.
         */
        EventCandidate: {
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is In Feed
             * @description Whether a feed holds it: it is linked instead of doubled.
             */
            is_in_feed: boolean;
            /** Similarity */
            similarity: number;
            /** Slug */
            slug: string;
            /** Source Name */
            source_name: string | null;
            /** State */
            state: string;
            /** Title */
            title: string;
        };
        /**
         * EventCandidates
         * @description The events that may be this one, the likest first.
         */
        EventCandidates: {
            /** Items */
            items: components["schemas"]["EventCandidate"][];
        };
        /**
         * EventCreated
         * @description The event, what it may be already, and what its sessions clash with.
         */
        EventCreated: {
            event: components["schemas"]["EventOut"];
            /** May Be */
            may_be: components["schemas"]["EventCandidate"][];
            /** Warnings */
            warnings: components["schemas"]["Clash"][];
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
            /**
             * Duplicate Of
             * @description The event that the agenda shows in its stead.
             */
            duplicate_of: string | null;
            /**
             * Edition
             * @description The year of its edition.
             */
            edition: number | null;
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
            /** Parent Title */
            parent_title: string | null;
            /**
             * Pending
             * @description What its holder proposed and the coordination has not seen.
             */
            pending: {
                [key: string]: unknown;
            } | null;
            /**
             * Phase
             * @description Which of its edition's rules hold now; null without an edition.
             */
            phase: ("before_publication" | "after_publication" | "during") | null;
            /** Project Id */
            project_id: string | null;
            /** Project Title */
            project_title: string | null;
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
            /**
             * Rules
             * @description What its holder may edit of it now.
             */
            rules: {
                [key: string]: "free" | "needs_approval" | "locked";
            };
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
            /**
             * Attendance Mode
             * @enum {string}
             */
            attendance_mode?: "onsite" | "online" | "mixed";
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
            /** Online Access Url */
            online_access_url?: string | null;
            /**
             * Organisation Id
             * @description Which organisation holds it; the coordination's to decide.
             */
            organisation_id?: string | null;
            /**
             * Project Id
             * @description Its labelled project; the coordination's to decide.
             */
            project_id?: string | null;
            /**
             * Publication
             * @description The coordination's to decide; a holder moves it between `draft` and `ready`.
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
            /** Venue Id */
            venue_id?: string | null;
        };
        /**
         * EventSessionOut
         * @description A session as those who keep the event see it.
         */
        EventSessionOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Animators */
            animators: string[];
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
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Pending
             * @description What was proposed and waits for the coordination.
             */
            pending: {
                [key: string]: unknown;
            } | null;
            /** Previous Ends At */
            previous_ends_at: string | null;
            /** Previous Starts At */
            previous_starts_at: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Status */
            status: string;
            /** Status Changed At */
            status_changed_at: string | null;
            /** Status Reason */
            status_reason: string | null;
            /** Timezone */
            timezone: string;
            /** Venue City */
            venue_city: string | null;
            /**
             * Venue Id
             * @description Null at the event's venue.
             */
            venue_id: string | null;
            /** Venue Name */
            venue_name: string | null;
            /** Version */
            version: number;
        };
        /**
         * EventSessions
         * @description The sessions of an event, in order of time.
         */
        EventSessions: {
            /** Items */
            items: components["schemas"]["EventSessionOut"][];
        };
        /**
         * EventSheet
         * @description An event in the order of the national form.
         */
        EventSheet: {
            /**
             * Event Id
             * @description Null where no event is written yet: the application speaks.
             */
            event_id: string | null;
            /** Is In Feed */
            is_in_feed: boolean;
            /** Sections */
            sections: components["schemas"]["SheetSection"][];
            /** Title */
            title: string;
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
         * EventWithSessions
         * @description An event to write, with its sessions.
         */
        EventWithSessions: {
            /** Accessibility */
            accessibility?: ("hearing" | "visual" | "psychic" | "motor" | "intellectual")[] | null;
            /** Activity Type */
            activity_type?: ("workshop" | "lecture" | "exhibition" | "visit" | "show" | "game" | "screening" | "debate" | "science_village" | "festival" | "trail" | "other") | null;
            /** Age Max */
            age_max?: number | null;
            /** Age Min */
            age_min?: number | null;
            /**
             * Attendance Mode
             * @default onsite
             * @enum {string}
             */
            attendance_mode: "onsite" | "online" | "mixed";
            /**
             * Audience
             * @default []
             */
            audience: ("general_public" | "schools")[];
            /** Conditions */
            conditions?: string | null;
            /** Description */
            description?: string | null;
            /**
             * Edition
             * @description The project's or the parent's, where there is one.
             */
            edition?: number | null;
            /** Free */
            free?: boolean | null;
            /**
             * Keywords
             * @default []
             */
            keywords: string[];
            /**
             * Long Description
             * @description Markdown.
             */
            long_description?: string | null;
            /** Online Access Url */
            online_access_url?: string | null;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /**
             * Parent Id
             * @description The village, festival or trail that it is part of.
             */
            parent_id?: string | null;
            /** Project Id */
            project_id?: string | null;
            /**
             * Publication
             * @default draft
             * @enum {string}
             */
            publication: "draft" | "ready";
            /**
             * Registration
             * @default []
             */
            registration: components["schemas"]["Registration"][];
            /**
             * School Levels
             * @default []
             */
            school_levels: ("nursery_school" | "primary_school" | "college" | "lycee" | "higher_education")[];
            /**
             * Sessions
             * @default []
             */
            sessions: components["schemas"]["SessionNew"][];
            /**
             * Structure
             * @default single
             * @enum {string}
             */
            structure: "single" | "umbrella";
            /** Theme */
            theme?: ("environment" | "digital_innovation" | "health" | "science_society" | "industrial_heritage" | "astronomy" | "history_of_science" | "maths_physics_chemistry" | "other") | null;
            /** Title */
            title: string;
            /** Venue Id */
            venue_id?: string | null;
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
         * FieldDifference
         * @description What became of one field since the last published version.
         */
        FieldDifference: {
            /** Aspects */
            aspects: string[];
            /**
             * Change
             * @enum {string}
             */
            change: "added" | "removed" | "changed" | "moved";
            /**
             * Field Id
             * @description `field/row_field` for a field of rows.
             */
            field_id: string;
            /** Label */
            label: string;
            /** Warning */
            warning: string | null;
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
         * FormCondition
         * @description Either one comparison (`field`, `operator`, `value`), or `all` of several conditions, or `any` of them.
         */
        "FormCondition-Input": {
            /** All */
            all?: components["schemas"]["FormCondition-Input"][] | null;
            /** Any */
            any?: components["schemas"]["FormCondition-Input"][] | null;
            /** Field */
            field?: string | null;
            /** Operator */
            operator?: ("is" | "is_not" | "includes" | "is_filled" | "is_above" | "is_below") | null;
            /** Value */
            value?: boolean | number | string | null;
        };
        /**
         * FormCondition
         * @description Either one comparison (`field`, `operator`, `value`), or `all` of several conditions, or `any` of them.
         */
        "FormCondition-Output": {
            /** All */
            all?: components["schemas"]["FormCondition-Output"][] | null;
            /** Any */
            any?: components["schemas"]["FormCondition-Output"][] | null;
            /** Field */
            field?: string | null;
            /** Operator */
            operator?: ("is" | "is_not" | "includes" | "is_filled" | "is_above" | "is_below") | null;
            /** Value */
            value?: boolean | number | string | null;
        };
        /**
         * FormDefinition
         * @description A form.
         */
        "FormDefinition-Input": {
            /** Sections */
            sections: components["schemas"]["FormSection-Input"][];
        };
        /**
         * FormDefinition
         * @description A form.
         */
        "FormDefinition-Output": {
            /** Sections */
            sections: components["schemas"]["FormSection-Output"][];
        };
        /**
         * FormDraft
         * @description The form that is being written. `version` 0: none is yet, and this is what it would begin from.
         */
        FormDraft: {
            /** Allowed Actions */
            allowed_actions: string[];
            definition: components["schemas"]["FormDefinition-Output"];
            /** Differences */
            differences: components["schemas"]["FieldDifference"][];
            /** Number */
            number: number;
            /** Problems */
            problems: components["schemas"]["FormProblem"][];
            /** Updated At */
            updated_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * FormDraftWrite
         * @description The whole form, as it is written so far.
         */
        FormDraftWrite: {
            definition: components["schemas"]["FormDefinition-Input"];
        };
        /**
         * FormField
         * @description A question of a form.
         */
        "FormField-Input": {
            condition?: components["schemas"]["FormCondition-Input"] | null;
            /**
             * Fields
             * @description Of a repetition's rows.
             */
            fields?: components["schemas"]["RowField-Input"][];
            /**
             * Help
             * @default
             */
            help: string;
            /**
             * Id
             * @description Stable: answers are kept by it from one version of the form to the next.
             */
            id: string;
            /**
             * Is Identifying
             * @description Hidden from reviewers in anonymous mode.
             * @default false
             */
            is_identifying: boolean;
            /**
             * Is Stale On Renewal
             * @description To look at again when a former application is taken up.
             * @default false
             */
            is_stale_on_renewal: boolean;
            /** Label */
            label: string;
            /** Max */
            max?: number | string | null;
            /**
             * Max Length
             * @description Characters.
             */
            max_length?: number | null;
            /** Max Rows */
            max_rows?: number | null;
            /** Max Size Bytes */
            max_size_bytes?: number | null;
            /** Media Types */
            media_types?: string[];
            /**
             * Min
             * @description Of a number, an amount (cents) or a date.
             */
            min?: number | string | null;
            /** Min Rows */
            min_rows?: number | null;
            /** Options */
            options?: components["schemas"]["FormOption"][];
            /**
             * Purpose
             * @description What the festival reads in it; once in a form.
             */
            purpose?: ("title" | "summary" | "theme" | "commune" | "venue" | "sessions" | "is_free" | "audience" | "school_levels" | "activity_type" | "contact_name" | "contact_email" | "budget_expenses" | "budget_income" | "requested_amount") | null;
            /**
             * Required
             * @default never
             * @enum {string}
             */
            required: "at_submission" | "at_label" | "never";
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "long_text" | "integer" | "decimal" | "amount" | "date" | "boolean" | "choice" | "choices" | "commune" | "organisation" | "email" | "phone" | "url" | "address" | "file" | "repetition" | "sessions" | "explanation";
        };
        /**
         * FormField
         * @description A question of a form.
         */
        "FormField-Output": {
            condition?: components["schemas"]["FormCondition-Output"] | null;
            /**
             * Fields
             * @description Of a repetition's rows.
             */
            fields?: components["schemas"]["RowField-Output"][];
            /**
             * Help
             * @default
             */
            help: string;
            /**
             * Id
             * @description Stable: answers are kept by it from one version of the form to the next.
             */
            id: string;
            /**
             * Is Identifying
             * @description Hidden from reviewers in anonymous mode.
             * @default false
             */
            is_identifying: boolean;
            /**
             * Is Stale On Renewal
             * @description To look at again when a former application is taken up.
             * @default false
             */
            is_stale_on_renewal: boolean;
            /** Label */
            label: string;
            /** Max */
            max?: number | string | null;
            /**
             * Max Length
             * @description Characters.
             */
            max_length?: number | null;
            /** Max Rows */
            max_rows?: number | null;
            /** Max Size Bytes */
            max_size_bytes?: number | null;
            /** Media Types */
            media_types?: string[];
            /**
             * Min
             * @description Of a number, an amount (cents) or a date.
             */
            min?: number | string | null;
            /** Min Rows */
            min_rows?: number | null;
            /** Options */
            options?: components["schemas"]["FormOption"][];
            /**
             * Purpose
             * @description What the festival reads in it; once in a form.
             */
            purpose?: ("title" | "summary" | "theme" | "commune" | "venue" | "sessions" | "is_free" | "audience" | "school_levels" | "activity_type" | "contact_name" | "contact_email" | "budget_expenses" | "budget_income" | "requested_amount") | null;
            /**
             * Required
             * @default never
             * @enum {string}
             */
            required: "at_submission" | "at_label" | "never";
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "long_text" | "integer" | "decimal" | "amount" | "date" | "boolean" | "choice" | "choices" | "commune" | "organisation" | "email" | "phone" | "url" | "address" | "file" | "repetition" | "sessions" | "explanation";
        };
        /**
         * FormName
         * @description The version of the form that holds; `is_newer` says that it was published since the last save.
         */
        FormName: {
            /** Is Newer */
            is_newer: boolean;
            /** Number */
            number: number;
            /**
             * Version Id
             * Format: uuid
             */
            version_id: string;
        };
        /**
         * FormOption
         * @description One of the values of a choice.
         */
        FormOption: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * FormProblem
         * @description What does not make sense at one place of a form, or of an answer.
         */
        FormProblem: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Pointer */
            pointer: string;
        };
        /**
         * FormPublished
         * @description A form that people answer.
         */
        FormPublished: {
            definition: components["schemas"]["FormDefinition-Output"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
        };
        /**
         * FormPublishing
         * @description What publishing did.
         */
        FormPublishing: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Differences */
            differences: components["schemas"]["FieldDifference"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
        };
        /**
         * FormSection
         * @description Fields under one heading.
         */
        "FormSection-Input": {
            condition?: components["schemas"]["FormCondition-Input"] | null;
            /** Fields */
            fields: components["schemas"]["FormField-Input"][];
            /**
             * Help
             * @default
             */
            help: string;
            /** Id */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * FormSection
         * @description Fields under one heading.
         */
        "FormSection-Output": {
            condition?: components["schemas"]["FormCondition-Output"] | null;
            /** Fields */
            fields: components["schemas"]["FormField-Output"][];
            /**
             * Help
             * @default
             */
            help: string;
            /** Id */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * FormVersionOut
         * @description A version of a call's form, in brief.
         */
        FormVersionOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Fields
             * @description How many it has.
             */
            fields: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Current */
            is_current: boolean;
            /** Number */
            number: number;
            /** Published At */
            published_at: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * FormVersions
         * @description A page of versions, the newest first.
         */
        FormVersions: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Items */
            items: components["schemas"]["FormVersionOut"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * FormerAnswer
         * @description An answer to a field that the form has no more.
         */
        FormerAnswer: {
            /** Field Id */
            field_id: string;
            /** Label */
            label: string;
            /** Value */
            value: unknown;
        };
        /**
         * HeldDossier
         * @description An application, with who holds it.
         */
        HeldDossier: {
            /** Department */
            department: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Organisation
             * @description Null to reviewers of a call that is reviewed anonymously.
             */
            organisation: string | null;
            /** Status */
            status: string;
            /** Theme */
            theme: string | null;
            /**
             * Title
             * @description Null when it names somebody, and the call is reviewed anonymously.
             */
            title: string | null;
        };
        /**
         * HolderName
         * @description An organisation by its name; null until the directory has told it.
         */
        HolderName: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string | null;
        };
        /**
         * ItemOut
         * @description A line of a batch.
         */
        ItemOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Amount Cents */
            amount_cents: number | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Commune Insee */
            commune_insee: string | null;
            /**
             * Decision
             * @enum {string}
             */
            decision: "labelled" | "waitlisted" | "not_labelled";
            /** Department */
            department: string | null;
            /** Motivation */
            motivation: string;
            /** Number */
            number: number;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Organisation Name */
            organisation_name: string | null;
            /**
             * Present Decision
             * @description `waitlisted` for one that may be called up.
             */
            present_decision: ("labelled" | "waitlisted" | "not_labelled") | null;
            /** Rank */
            rank: number | null;
            /** Requested Cents */
            requested_cents: number | null;
            scores: components["schemas"]["CommitteeScores"] | null;
            /**
             * Staged At
             * Format: date-time
             */
            staged_at: string;
            staged_by: components["schemas"]["DecidedBy"];
            /** Status */
            status: string;
            /** Theme */
            theme: string | null;
            /** Title */
            title: string | null;
            /** Version */
            version: number;
        };
        /**
         * LeftOut
         * @description Somebody who sits, and may not be asked to review an application: a conflict of interest, or they stood back.
         */
        LeftOut: {
            account: components["schemas"]["Person"];
            application: components["schemas"]["HeldDossier"];
            /**
             * Reason
             * @enum {string}
             */
            reason: "conflict" | "recused";
        };
        /**
         * LetterOut
         * @description A letter that told a decision.
         */
        LetterOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "labelled" | "waitlisted" | "not_labelled";
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Number */
            number: number;
            /** Recipient */
            recipient: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
        };
        /**
         * LetterText
         * @description A letter as it would leave.
         */
        LetterText: {
            /** Recipient */
            recipient: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
        };
        /**
         * Letters
         * @description The letters of an application, the last one first.
         */
        Letters: {
            /** Items */
            items: components["schemas"]["LetterOut"][];
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
         * Load
         * @description How many reviews somebody is asked, before the plan and with it.
         */
        Load: {
            account: components["schemas"]["Person"];
            /** After */
            after: number;
            /** Before */
            before: number;
        };
        /**
         * MailShown
         * @description A mail as it would leave.
         */
        MailShown: {
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
         * Marked
         * @description How many messages are read by this, and how many are still not.
         */
        Marked: {
            /** Marked */
            marked: number;
            /** Unread */
            unread: number;
        };
        /**
         * MemberOut
         * @description Somebody who sits, or did until `left_at`.
         */
        MemberOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Assigned
             * @description Applications that they are to review.
             */
            assigned: number;
            /** Departments */
            departments: string[];
            /** Email */
            email: string;
            /** Is Chair */
            is_chair: boolean;
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /** Left At */
            left_at: string | null;
            /** Name */
            name: string;
            /** Organisations */
            organisations: components["schemas"]["Organisation"][];
            /**
             * Submitted
             * @description Of those, how many they have reviewed.
             */
            submitted: number;
            /** Themes */
            themes: string[];
        };
        /**
         * MemberProgress
         * @description How far somebody is: of what they were asked, what they submitted, what is late, what they stood back from.
         */
        MemberProgress: {
            account: components["schemas"]["Person"];
            /** Assigned */
            assigned: number;
            /**
             * Conflicts
             * @description Applications of the call with which they have a conflict of interest.
             */
            conflicts: number;
            /** Late */
            late: number;
            /** Next Due On */
            next_due_on: string | null;
            /** Recused */
            recused: number;
            /** Submitted */
            submitted: number;
        };
        /**
         * MemberWrite
         * @description Somebody who sits, by their account.
         */
        MemberWrite: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Departments
             * @default []
             */
            departments: string[];
            /**
             * Is Chair
             * @default false
             */
            is_chair: boolean;
            /**
             * Organisation Ids
             * @description For whom they work, beside the organisations that they act for here.
             * @default []
             */
            organisation_ids: string[];
            /**
             * Themes
             * @default []
             */
            themes: ("environment" | "digital_innovation" | "health" | "science_society" | "industrial_heritage" | "astronomy" | "history_of_science" | "maths_physics_chemistry" | "other")[];
        };
        /**
         * MessageNew
         * @description A message to write.
         */
        MessageNew: {
            /** Text */
            text: string;
        };
        /**
         * MessageOut
         * @description What one side wrote; `read_at` is when the other first saw it.
         */
        MessageOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Mine */
            is_mine: boolean;
            /** Read At */
            read_at: string | null;
            /**
             * Side
             * @enum {string}
             */
            side: "holder" | "coordination";
            /** Text */
            text: string;
        };
        /**
         * Messages
         * @description A page of messages, the last first; `unread` is how many of the other side's one's own has not read.
         */
        Messages: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Items */
            items: components["schemas"]["MessageOut"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
            /** Unread */
            unread: number;
        };
        /**
         * Missing
         * @description An application for which nobody more may be asked.
         */
        Missing: {
            application: components["schemas"]["HeldDossier"];
            /** Missing */
            missing: number;
        };
        /**
         * MovingOnline
         * @description Where the session is to be followed.
         */
        MovingOnline: {
            /** Online Access Url */
            online_access_url?: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * NationalSheet
         * @description What to copy into the national site's form, event by event.
         */
        NationalSheet: {
            /** Edition */
            edition: number;
            /** Items */
            items: components["schemas"]["EventSheet"][];
            /**
             * Mastering
             * @enum {string}
             */
            mastering: "here" | "nationally";
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Title */
            title: string;
        };
        /**
         * NotEntered
         * @description A labelled project of which the national feed holds no event.
         */
        NotEntered: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Candidate Count
             * @description Events of the feed that may be one of its own: to be linked.
             */
            candidate_count: number;
            /** Event Count */
            event_count: number;
            /** Has Contact */
            has_contact: boolean;
            /**
             * Lifecycle
             * @enum {string}
             */
            lifecycle: "awaiting_confirmation" | "active" | "cancelled" | "completed";
            /** Number */
            number: number;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Organisation Name */
            organisation_name: string | null;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Reminded At */
            reminded_at: string | null;
            /** Title */
            title: string;
        };
        /**
         * NotEnteredList
         * @description « Labellisés, non saisis », by number.
         */
        NotEnteredList: {
            /** Items */
            items: components["schemas"]["NotEntered"][];
            /**
             * Mastering
             * @enum {string}
             */
            mastering: "here" | "nationally";
            /** Total */
            total: number;
            /** Year */
            year: number;
        };
        /**
         * Note
         * @description Something that is missing of an event, or worth a look.
         */
        Note: {
            /** Code */
            code: string;
            /**
             * Text
             * @description In French, as the screen says it.
             */
            text: string;
        };
        /**
         * OpenRequest
         * @description A request for changes that waits for its answer.
         */
        OpenRequest: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Due On */
            due_on: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * Organisation
         * @description An organisation of the directory; its name is null until it was heard of.
         */
        Organisation: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string | null;
        };
        /**
         * Parties
         * @description Everybody who takes part, the lead first.
         */
        Parties: {
            /** Items */
            items: components["schemas"]["PartyOut"][];
            /** Next */
            next?: null;
        };
        /**
         * PartyCreate
         * @description Somebody who takes part: an organisation of the directory, or a name.
         */
        PartyCreate: {
            /**
             * May Edit
             * @description Whether a co-holder writes in the dossier.
             * @default false
             */
            may_edit: boolean;
            /** Name */
            name?: string | null;
            /** Organisation Id */
            organisation_id?: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "co_holder" | "partner" | "provider";
        };
        /**
         * PartyOut
         * @description Somebody who takes part. `named` is one by name alone, who is not asked.
         */
        PartyOut: {
            /** Accepted At */
            accepted_at: string | null;
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Invited At
             * Format: date-time
             */
            invited_at: string;
            /** May Edit */
            may_edit: boolean;
            /** Name */
            name: string | null;
            /** Organisation Id */
            organisation_id: string | null;
            /** Refused At */
            refused_at: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "lead" | "co_holder" | "partner" | "provider";
            /** Role Label */
            role_label: string;
            /**
             * State
             * @enum {string}
             */
            state: "named" | "invited" | "accepted" | "refused";
        };
        /**
         * PartyPatch
         * @description What to change; what is left out stays.
         */
        PartyPatch: {
            /** May Edit */
            may_edit?: boolean;
            /**
             * Role
             * @enum {string}
             */
            role?: "co_holder" | "partner" | "provider";
        };
        /**
         * Person
         * @description Somebody, by their account.
         */
        Person: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Piece
         * @description A piece of a text that changed.
         */
        Piece: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "same" | "removed" | "added";
            /** Text */
            text: string;
        };
        /**
         * Placeholder
         * @description A name that a text may hold, and what stands there when it leaves.
         */
        Placeholder: {
            /** Label */
            label: string;
            /** Name */
            name: string;
        };
        /**
         * PlanAsked
         * @description What to plan for: without a number, what the call says; without applications, all that are open.
         */
        PlanAsked: {
            /** Application Ids */
            application_ids?: string[] | null;
            /** Reviews Per Application */
            reviews_per_application?: number | null;
        };
        /**
         * PlanOut
         * @description Who would be asked what. Nothing was done: send `assignments` back as it is, and it is done exactly so.
         */
        PlanOut: {
            /** Assignments */
            assignments: components["schemas"]["AssignmentWanted"][];
            /** Items */
            items: components["schemas"]["PlannedReview"][];
            /**
             * Left Out
             * @description Who was not thought of, and why, for the applications of the plan.
             */
            left_out: components["schemas"]["LeftOut"][];
            /** Loads */
            loads: components["schemas"]["Load"][];
            /** Missing */
            missing: components["schemas"]["Missing"][];
            /**
             * Withheld
             * @description Applications with which the caller has a conflict of interest: somebody else assigns them.
             */
            withheld: components["schemas"]["HeldDossier"][];
        };
        /**
         * PlannedReview
         * @description A review that somebody would be asked; `known` says which of the application's matters they know.
         */
        PlannedReview: {
            account: components["schemas"]["Person"];
            application: components["schemas"]["HeldDossier"];
            /** Known */
            known: ("theme" | "department")[];
        };
        /**
         * PolicyIn
         * @description The rules that an edition sets otherwise than the defaults; the others follow these.
         */
        PolicyIn: {
            /** Rules */
            rules: components["schemas"]["PolicyRule"][];
        };
        /**
         * PolicyOut
         * @description Every group of fields in every phase, with the rule that holds in this edition.
         */
        PolicyOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Rules */
            rules: components["schemas"]["PolicyRuleOut"][];
            /** Version */
            version: number;
            /** Year */
            year: number;
        };
        /**
         * PolicyRule
         * @description The rule of a group of fields in a phase.
         */
        PolicyRule: {
            /**
             * Field Group
             * @enum {string}
             */
            field_group: "title" | "description" | "classification" | "audience" | "practical" | "venue" | "sessions" | "session_status";
            /**
             * Phase
             * @enum {string}
             */
            phase: "before_publication" | "after_publication" | "during";
            /**
             * Rule
             * @enum {string}
             */
            rule: "free" | "needs_approval" | "locked";
        };
        /**
         * PolicyRuleOut
         * @description The rule that holds, with its words on screen.
         */
        PolicyRuleOut: {
            /**
             * Default
             * @enum {string}
             */
            default: "free" | "needs_approval" | "locked";
            /**
             * Field Group
             * @enum {string}
             */
            field_group: "title" | "description" | "classification" | "audience" | "practical" | "venue" | "sessions" | "session_status";
            /** Field Group Label */
            field_group_label: string;
            /**
             * Phase
             * @enum {string}
             */
            phase: "before_publication" | "after_publication" | "during";
            /** Phase Label */
            phase_label: string;
            /**
             * Rule
             * @enum {string}
             */
            rule: "free" | "needs_approval" | "locked";
            /** Rule Label */
            rule_label: string;
        };
        /**
         * PresentMember
         * @description A member of the committee.
         */
        PresentMember: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Name */
            name: string;
        };
        /**
         * PreviewItem
         * @description What would become of one application.
         */
        PreviewItem: {
            /** Amount Cents */
            amount_cents: number | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Commune Insee */
            commune_insee: string | null;
            /**
             * Decision
             * @enum {string}
             */
            decision: "labelled" | "waitlisted" | "not_labelled";
            /** Department */
            department: string | null;
            letter: components["schemas"]["LetterText"] | null;
            mail: components["schemas"]["DecisionMail"] | null;
            /** Motivation */
            motivation: string;
            /** Number */
            number: number;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Organisation Name */
            organisation_name: string | null;
            /**
             * Present Decision
             * @description `waitlisted` for one that may be called up.
             */
            present_decision: ("labelled" | "waitlisted" | "not_labelled") | null;
            /** Rank */
            rank: number | null;
            /** Requested Cents */
            requested_cents: number | null;
            scores: components["schemas"]["CommitteeScores"] | null;
            /** Status */
            status: string;
            /** Theme */
            theme: string | null;
            /** Title */
            title: string | null;
        };
        /**
         * PreviewOut
         * @description What applying a batch would do.
         */
        PreviewOut: {
            /** Amount Cents */
            amount_cents: number;
            budget: components["schemas"]["CallBudget"] | null;
            counts: components["schemas"]["DecisionCounts"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Items */
            items: components["schemas"]["PreviewItem"][];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** May Be Applied */
            may_be_applied: boolean;
            quorum: components["schemas"]["Quorum"];
            /** Version */
            version: number;
            /** Warnings */
            warnings: components["schemas"]["BatchWarning"][];
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
         * ProblemOut
         * @description What keeps an application from being sent, at one place.
         */
        ProblemOut: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Pointer */
            pointer: string;
        };
        /**
         * ProjectEvent
         * @description An event of a project, whoever holds it.
         */
        ProjectEvent: {
            /** Ends At */
            ends_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is In Feed */
            is_in_feed: boolean;
            /**
             * Missing
             * @description What keeps it from being published; nothing of what is.
             */
            missing: components["schemas"]["Note"][];
            /** Organisation Id */
            organisation_id: string | null;
            /** Organisation Name */
            organisation_name: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** Publication */
            publication: string;
            /** Session Count */
            session_count: number;
            /** Slug */
            slug: string;
            /** Starts At */
            starts_at: string | null;
            /** Status */
            status: string;
            /** Structure */
            structure: string;
            /** Title */
            title: string;
            /**
             * Warnings
             * @description What is worth a look before it is.
             */
            warnings: components["schemas"]["Note"][];
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * ProjectOut
         * @description A project with who takes part, its events, and what its contact was reminded of.
         */
        ProjectOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Amount Granted Cents
             * @description Told to its holders and the coordination.
             */
            amount_granted_cents: number | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Cancelled At */
            cancelled_at: string | null;
            /** Cancelled Reason */
            cancelled_reason: string | null;
            /** Confirmed At */
            confirmed_at: string | null;
            /** Contact Email */
            contact_email: string | null;
            /** Contact Name */
            contact_name: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Edition */
            edition: number;
            /** Event Count */
            event_count: number;
            /** Events */
            events: components["schemas"]["ProjectEvent"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * In Feed Count
             * @description How many of its events a feed holds.
             */
            in_feed_count: number;
            /**
             * Lifecycle
             * @enum {string}
             */
            lifecycle: "awaiting_confirmation" | "active" | "cancelled" | "completed";
            /**
             * Mastering
             * @enum {string}
             */
            mastering: "here" | "nationally";
            /**
             * Number
             * @description Of its application in the call.
             */
            number: number;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Organisation Name */
            organisation_name: string | null;
            /** Parties */
            parties: components["schemas"]["ProjectParty"][];
            /** Published Count */
            published_count: number;
            /** Ready Count */
            ready_count: number;
            /** Reminded At */
            reminded_at: string | null;
            /** Reminders */
            reminders: components["schemas"]["ReminderOut"][];
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * ProjectParty
         * @description Who takes part: *chef de file*, *co-porteur*, *partenaire* or *prestataire*.
         */
        ProjectParty: {
            /** Accepted At */
            accepted_at: string | null;
            /** May Edit */
            may_edit: boolean;
            /** Name */
            name: string | null;
            /** Organisation Id */
            organisation_id: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "lead" | "co_holder" | "partner" | "provider";
            /** Role Label */
            role_label: string;
        };
        /**
         * ProjectPatch
         * @description The fields to change.
         */
        ProjectPatch: {
            /** Contact Email */
            contact_email?: string | null;
            /** Contact Name */
            contact_name?: string | null;
            /** Title */
            title?: string;
        };
        /**
         * ProjectSummary
         * @description A project of the list.
         */
        ProjectSummary: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Amount Granted Cents
             * @description Told to its holders and the coordination.
             */
            amount_granted_cents: number | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Cancelled At */
            cancelled_at: string | null;
            /** Cancelled Reason */
            cancelled_reason: string | null;
            /** Confirmed At */
            confirmed_at: string | null;
            /** Edition */
            edition: number;
            /** Event Count */
            event_count: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * In Feed Count
             * @description How many of its events a feed holds.
             */
            in_feed_count: number;
            /**
             * Lifecycle
             * @enum {string}
             */
            lifecycle: "awaiting_confirmation" | "active" | "cancelled" | "completed";
            /**
             * Number
             * @description Of its application in the call.
             */
            number: number;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Organisation Name */
            organisation_name: string | null;
            /** Published Count */
            published_count: number;
            /** Ready Count */
            ready_count: number;
            /** Reminded At */
            reminded_at: string | null;
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * Projects
         * @description A page of projects, the newest first; `total` counts all that were asked for.
         */
        Projects: {
            /** Items */
            items: components["schemas"]["ProjectSummary"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * ProposalOut
         * @description A change that waits for the coordination, or that it has settled.
         */
        ProposalOut: {
            /** Action */
            action: string;
            /** Allowed Actions */
            allowed_actions: string[];
            /** Differences */
            differences: components["schemas"]["Difference"][];
            /** Edition */
            edition: number | null;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Event Session Id */
            event_session_id: string | null;
            /** Event Slug */
            event_slug: string;
            /** Event Title */
            event_title: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Outdated
             * @description Whether one of its fields has changed since, otherwise than proposed.
             */
            is_outdated: boolean;
            /** Organisation Id */
            organisation_id: string | null;
            /** Organisation Name */
            organisation_name: string | null;
            /** Outcome */
            outcome: ("approved" | "rejected" | "withdrawn") | null;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string | null;
            /** Settled At */
            settled_at: string | null;
            /** Settled By */
            settled_by: string | null;
        };
        /**
         * Proposals
         * @description A page of proposals, the newest first.
         */
        Proposals: {
            /** Items */
            items: components["schemas"]["ProposalOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Publication
         * @description What would be published, and what would not, and why.
         */
        Publication: {
            /** Items */
            items: components["schemas"]["PublishItem"][];
            /** Publishable Count */
            publishable_count: number;
            /**
             * Warnings
             * @description Of the edition as a whole.
             */
            warnings: components["schemas"]["Note"][];
        };
        /**
         * PublishItem
         * @description An event that may be published: what it misses, and what is worth a look.
         */
        PublishItem: {
            /** Can Be Published */
            can_be_published: boolean;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Missing */
            missing: components["schemas"]["Note"][];
            /** Organisation Name */
            organisation_name: string | null;
            /** Project Id */
            project_id: string | null;
            /** Project Title */
            project_title: string | null;
            /** Publication */
            publication: string;
            /** Slug */
            slug: string;
            /** Title */
            title: string;
            /** Warnings */
            warnings: components["schemas"]["Note"][];
        };
        /**
         * PublishWhat
         * @description Which events are published: all that can be, or those named.
         */
        PublishWhat: {
            /** Event Ids */
            event_ids?: string[] | null;
            /**
             * Include Drafts
             * @description Also those that their holders have not said ready.
             * @default false
             */
            include_drafts: boolean;
        };
        /**
         * Published
         * @description What was published, and what was left.
         */
        Published: {
            /** Left */
            left: components["schemas"]["PublishItem"][];
            /** Published */
            published: string[];
        };
        /**
         * PublishedCall
         * @description A published call, for whoever wants to apply.
         */
        PublishedCall: {
            /** Charter Rules */
            charter_rules: components["schemas"]["ombelle_events__calls__schemas__CharterRuleOut"][];
            /** Closed Message */
            closed_message: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /**
             * Closing Policy
             * @enum {string}
             */
            closing_policy: "lock" | "grace" | "submit_complete";
            /** Contact Email */
            contact_email: string | null;
            edition: components["schemas"]["CallEdition"];
            /** Grace Minutes */
            grace_minutes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Introduction Html */
            introduction_html: string | null;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /**
             * State
             * @description At the moment of the answer.
             * @enum {string}
             */
            state: "upcoming" | "open" | "closed";
            /** Title */
            title: string;
        };
        /**
         * Quorum
         * @description How many must sit, null when the call asks for none, and how many do.
         */
        Quorum: {
            /** Needed */
            needed: number | null;
            /** Present */
            present: number;
        };
        /**
         * ReadMark
         * @description Up to which message one has read; without, all of them.
         */
        ReadMark: {
            /** Up To */
            up_to?: string | null;
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
         * Recusal
         * @description Why somebody stands back.
         */
        Recusal: {
            /** Reason */
            reason: string;
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
         * Rejection
         * @description Why a proposal is rejected; its author is told.
         */
        Rejection: {
            /** Reason */
            reason: string;
        };
        /**
         * RemindWhom
         * @description Whose contacts are reminded: all that wait, or those named; with words of one's own.
         */
        RemindWhom: {
            /** Message */
            message?: string | null;
            /** Project Ids */
            project_ids?: string[] | null;
        };
        /**
         * RemindedProjects
         * @description Whose contacts were reminded.
         */
        RemindedProjects: {
            /** Sent */
            sent: string[];
            /** Without Address */
            without_address: string[];
        };
        /**
         * ReminderMail
         * @description A mail as it leaves.
         */
        ReminderMail: {
            /** Html */
            html: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** To */
            to: string;
        };
        /**
         * ReminderOut
         * @description A reminder that was sent.
         */
        ReminderOut: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "confirmation" | "not_entered";
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
        };
        /**
         * ReminderPreview
         * @description Every mail as it would leave, and the projects without an address.
         */
        ReminderPreview: {
            /** Mails */
            mails: components["schemas"]["ReminderMail"][];
            /** Without Address */
            without_address: string[];
        };
        /**
         * Renewal
         * @description Where a former application is taken up again.
         */
        Renewal: {
            /** Access Code */
            access_code?: string | null;
            /**
             * Call Id
             * Format: uuid
             */
            call_id: string;
        };
        /**
         * Rescheduling
         * @description When the session takes place now, and where if that changes too.
         */
        Rescheduling: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Reason */
            reason: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Venue Id */
            venue_id?: string | null;
        };
        /**
         * Resubmission
         * @description What goes with the changed application.
         */
        Resubmission: {
            /** Answer */
            answer?: string | null;
        };
        /**
         * ReviewItem
         * @description An application that one was asked to review.
         */
        ReviewItem: {
            /** Allowed Actions */
            allowed_actions: string[];
            application: components["schemas"]["HeldDossier"];
            call: components["schemas"]["CallBrief"];
            /** Due On */
            due_on: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "to_do" | "draft" | "submitted";
            /** Submitted At */
            submitted_at: string | null;
        };
        /**
         * ReviewOut
         * @description One's own review, begun or not; `version` is 0 before anything is written.
         */
        ReviewOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Comment */
            comment: string;
            /** Criteria */
            criteria: components["schemas"]["CriterionOut"][];
            /** Due On */
            due_on: string | null;
            /**
             * Mean
             * @description Weighted, out of `out_of`; null until something is scored.
             */
            mean: number | null;
            /** Out Of */
            out_of: number | null;
            /** Recommendation */
            recommendation: ("label" | "waitlist" | "not_label") | null;
            /** Scores */
            scores: {
                [key: string]: number;
            };
            /** Submitted At */
            submitted_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * ReviewProgress
         * @description How far a call's reviews are: its committee, and a page of its applications by number.
         */
        ReviewProgress: {
            /** Items */
            items: components["schemas"]["DossierProgress"][];
            /** Members */
            members: components["schemas"]["MemberProgress"][];
            /** Next */
            next: string | null;
            totals: components["schemas"]["ReviewTotals"];
        };
        /**
         * ReviewRecommendations
         * @description How many reviews recommend what.
         */
        ReviewRecommendations: {
            /** Label */
            label: number;
            /** Not Label */
            not_label: number;
            /** Waitlist */
            waitlist: number;
        };
        /**
         * ReviewReminders
         * @description The mails that would leave; nothing was sent.
         */
        ReviewReminders: {
            /** Items */
            items: components["schemas"]["ReviewerMail"][];
        };
        /**
         * ReviewRemindersAsked
         * @description Whom to remind: without accounts, everybody who has something to review.
         */
        ReviewRemindersAsked: {
            /** Account Ids */
            account_ids?: string[] | null;
            /**
             * Message
             * @description What to add, in one's own words.
             */
            message?: string | null;
        };
        /**
         * ReviewShown
         * @description Somebody's review. What it says is null until it is submitted.
         *
         *     `counts` is false for whoever stood back since, or has a conflict: their review is left out of the means.
         */
        ReviewShown: {
            account: components["schemas"]["Person"];
            /** Comment */
            comment: string | null;
            /** Counts */
            counts: boolean;
            /** Mean */
            mean: number | null;
            /** Recommendation */
            recommendation: ("label" | "waitlist" | "not_label") | null;
            /** Recusal Reason */
            recusal_reason: string | null;
            /** Scores */
            scores: {
                [key: string]: number;
            } | null;
            /**
             * State
             * @enum {string}
             */
            state: "to_do" | "draft" | "submitted" | "recused";
            /** Submitted At */
            submitted_at: string | null;
        };
        /**
         * ReviewTotals
         * @description The call's applications that are or were to be reviewed, and how far they are.
         */
        ReviewTotals: {
            /** Applications */
            applications: number;
            /**
             * Assigned
             * @description Applications with as many reviewers as the call asks for.
             */
            assigned: number;
            /**
             * Complete
             * @description Applications with as many submitted reviews as the call asks for.
             */
            complete: number;
            /** Reviews Asked */
            reviews_asked: number;
            /** Reviews Submitted */
            reviews_submitted: number;
        };
        /**
         * ReviewWrite
         * @description The whole review; a criterion left out, or null, is not scored yet.
         */
        ReviewWrite: {
            /**
             * Comment
             * @default
             */
            comment: string;
            /** Recommendation */
            recommendation?: ("label" | "waitlist" | "not_label") | null;
            /**
             * Scores
             * @default {}
             */
            scores: {
                [key: string]: number | null;
            };
        };
        /**
         * ReviewerMail
         * @description Somebody who would be written to, and of how many applications.
         */
        ReviewerMail: {
            account: components["schemas"]["Person"];
            /** Count */
            count: number;
            /**
             * Due On
             * @description The first day that something is due.
             */
            due_on: string | null;
            mail: components["schemas"]["MailShown"];
        };
        /**
         * ReviewersReminded
         * @description How many mails leave.
         */
        ReviewersReminded: {
            /** Sent */
            sent: number;
        };
        /**
         * Reviews
         * @description A page of what one was asked to review: what waits first, by its day; `next` is null on the last page.
         */
        Reviews: {
            /** Items */
            items: components["schemas"]["ReviewItem"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * RowField
         * @description A field of the rows of a repetition.
         */
        "RowField-Input": {
            condition?: components["schemas"]["FormCondition-Input"] | null;
            /**
             * Help
             * @default
             */
            help: string;
            /**
             * Id
             * @description Stable: answers are kept by it from one version of the form to the next.
             */
            id: string;
            /**
             * Is Identifying
             * @description Hidden from reviewers in anonymous mode.
             * @default false
             */
            is_identifying: boolean;
            /**
             * Is Stale On Renewal
             * @description To look at again when a former application is taken up.
             * @default false
             */
            is_stale_on_renewal: boolean;
            /** Label */
            label: string;
            /** Max */
            max?: number | string | null;
            /**
             * Max Length
             * @description Characters.
             */
            max_length?: number | null;
            /** Max Rows */
            max_rows?: number | null;
            /** Max Size Bytes */
            max_size_bytes?: number | null;
            /** Media Types */
            media_types?: string[];
            /**
             * Min
             * @description Of a number, an amount (cents) or a date.
             */
            min?: number | string | null;
            /** Min Rows */
            min_rows?: number | null;
            /** Options */
            options?: components["schemas"]["FormOption"][];
            /**
             * Purpose
             * @description What the festival reads in it; once in a form.
             */
            purpose?: ("title" | "summary" | "theme" | "commune" | "venue" | "sessions" | "is_free" | "audience" | "school_levels" | "activity_type" | "contact_name" | "contact_email" | "budget_expenses" | "budget_income" | "requested_amount") | null;
            /**
             * Required
             * @default never
             * @enum {string}
             */
            required: "at_submission" | "at_label" | "never";
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "long_text" | "integer" | "decimal" | "amount" | "date" | "boolean" | "choice" | "choices" | "commune" | "organisation" | "email" | "phone" | "url" | "address" | "file" | "repetition" | "sessions" | "explanation";
        };
        /**
         * RowField
         * @description A field of the rows of a repetition.
         */
        "RowField-Output": {
            condition?: components["schemas"]["FormCondition-Output"] | null;
            /**
             * Help
             * @default
             */
            help: string;
            /**
             * Id
             * @description Stable: answers are kept by it from one version of the form to the next.
             */
            id: string;
            /**
             * Is Identifying
             * @description Hidden from reviewers in anonymous mode.
             * @default false
             */
            is_identifying: boolean;
            /**
             * Is Stale On Renewal
             * @description To look at again when a former application is taken up.
             * @default false
             */
            is_stale_on_renewal: boolean;
            /** Label */
            label: string;
            /** Max */
            max?: number | string | null;
            /**
             * Max Length
             * @description Characters.
             */
            max_length?: number | null;
            /** Max Rows */
            max_rows?: number | null;
            /** Max Size Bytes */
            max_size_bytes?: number | null;
            /** Media Types */
            media_types?: string[];
            /**
             * Min
             * @description Of a number, an amount (cents) or a date.
             */
            min?: number | string | null;
            /** Min Rows */
            min_rows?: number | null;
            /** Options */
            options?: components["schemas"]["FormOption"][];
            /**
             * Purpose
             * @description What the festival reads in it; once in a form.
             */
            purpose?: ("title" | "summary" | "theme" | "commune" | "venue" | "sessions" | "is_free" | "audience" | "school_levels" | "activity_type" | "contact_name" | "contact_email" | "budget_expenses" | "budget_income" | "requested_amount") | null;
            /**
             * Required
             * @default never
             * @enum {string}
             */
            required: "at_submission" | "at_label" | "never";
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "long_text" | "integer" | "decimal" | "amount" | "date" | "boolean" | "choice" | "choices" | "commune" | "organisation" | "email" | "phone" | "url" | "address" | "file" | "repetition" | "sessions" | "explanation";
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
         * Scored
         * @description What the submitted reviews say together. Means are out of `out_of`, the largest scale of the call's criteria.
         */
        Scored: {
            /** Mean */
            mean: number | null;
            /** Out Of */
            out_of: number | null;
            recommendations: components["schemas"]["ReviewRecommendations"];
            /**
             * Reviews
             * @description Submitted ones that count: by nobody who stood back or has a conflict.
             */
            reviews: number;
            /**
             * Spread
             * @description Standard deviation of the reviews' means.
             */
            spread: number | null;
        };
        /**
         * SessionNew
         * @description A session to add: when, and where if not at the event's venue.
         */
        SessionNew: {
            /**
             * Animators
             * @default []
             */
            animators: string[];
            /** Audience */
            audience?: ("general_public" | "schools")[] | null;
            /** Capacity */
            capacity?: number | null;
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
             * Timezone
             * @default Europe/Paris
             */
            timezone: string;
            /** Venue Id */
            venue_id?: string | null;
        };
        /**
         * SessionPatch
         * @description The fields to change. What visitors noted is moved by `reschedule`, which says so to them.
         */
        SessionPatch: {
            /** Animators */
            animators?: string[];
            /** Audience */
            audience?: ("general_public" | "schools")[] | null;
            /** Capacity */
            capacity?: number | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at?: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at?: string;
            /** Timezone */
            timezone?: string;
            /** Venue Id */
            venue_id?: string | null;
        };
        /**
         * SessionWritten
         * @description What became of it: done at once (`session`), or waiting for the coordination (`proposal`).
         */
        SessionWritten: {
            /** Event Version */
            event_version: number;
            proposal: components["schemas"]["ProposalOut"] | null;
            session: components["schemas"]["EventSessionOut"] | null;
            /** Warnings */
            warnings: components["schemas"]["Clash"][];
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
         * SheetField
         * @description One line of the national form, and what to copy into it; null where nothing is known.
         */
        SheetField: {
            /** Label */
            label: string;
            /** Value */
            value: string | null;
        };
        /**
         * SheetSection
         * @description A page of the national form.
         */
        SheetSection: {
            /** Fields */
            fields: components["schemas"]["SheetField"][];
            /** Title */
            title: string;
        };
        /**
         * Staged
         * @description The decision on one application.
         */
        Staged: {
            /**
             * Amount Cents
             * @description Of what is labelled only.
             */
            amount_cents?: number | null;
            /**
             * Decision
             * @enum {string}
             */
            decision: "labelled" | "waitlisted" | "not_labelled";
            /**
             * Motivation
             * @description Told to the holder, in mail and letter.
             * @default
             */
            motivation: string;
            /**
             * Rank
             * @description On the waiting list; of what is waitlisted only.
             */
            rank?: number | null;
        };
        /**
         * StagedLine
         * @description The decision on one of many applications.
         */
        StagedLine: {
            /**
             * Amount Cents
             * @description Of what is labelled only.
             */
            amount_cents?: number | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Decision
             * @enum {string}
             */
            decision: "labelled" | "waitlisted" | "not_labelled";
            /**
             * Motivation
             * @description Told to the holder, in mail and letter.
             * @default
             */
            motivation: string;
            /**
             * Rank
             * @description On the waiting list; of what is waitlisted only.
             */
            rank?: number | null;
            /**
             * Version
             * @description Of the line that is changed; left out for one that is new.
             */
            version?: number | null;
        };
        /**
         * StagedLines
         * @description Decisions on many applications, all staged or none.
         */
        StagedLines: {
            /** Items */
            items: components["schemas"]["StagedLine"][];
        };
        /**
         * StandInvitationOut
         * @description An invitation to hold a stand; accepted, `stand_id` is the event that its organisation writes.
         */
        StandInvitationOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Edition */
            edition: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Message */
            message: string | null;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Organisation Name */
            organisation_name: string | null;
            /** Outcome */
            outcome: ("accepted" | "declined" | "withdrawn") | null;
            /** Settled At */
            settled_at: string | null;
            /** Stand Id */
            stand_id: string | null;
            /** Title */
            title: string;
            /**
             * Umbrella Id
             * Format: uuid
             */
            umbrella_id: string;
            /** Umbrella Organisation Id */
            umbrella_organisation_id: string | null;
            /** Umbrella Organisation Name */
            umbrella_organisation_name: string | null;
            /** Umbrella Title */
            umbrella_title: string;
        };
        /**
         * StandInvitations
         * @description A page of invitations, the newest first.
         */
        StandInvitations: {
            /** Items */
            items: components["schemas"]["StandInvitationOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * StandOffer
         * @description A stand offered to an organisation, which will write it itself.
         */
        StandOffer: {
            /** Message */
            message?: string | null;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Title */
            title: string;
        };
        /**
         * StandOut
         * @description An event under an umbrella, whoever holds it.
         */
        StandOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Organisation Id */
            organisation_id: string | null;
            /** Organisation Name */
            organisation_name: string | null;
            /** Publication */
            publication: string;
            /** Session Count */
            session_count: number;
            /** Slug */
            slug: string;
            /** Status */
            status: string;
            /** Title */
            title: string;
        };
        /**
         * Stands
         * @description What stands in a village, and who is asked.
         */
        Stands: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Invitations
             * @description Not answered yet.
             */
            invitations: components["schemas"]["StandInvitationOut"][];
            /** Items */
            items: components["schemas"]["StandOut"][];
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
         * TextBrief
         * @description A text of a call, in brief.
         */
        TextBrief: {
            /**
             * Is Shipped
             * @description Nobody changed it yet.
             */
            is_shipped: boolean;
            /**
             * Key
             * @enum {string}
             */
            key: "labelled" | "waitlisted" | "not_labelled" | "changes_requested" | "draft_reminder" | "review_assigned" | "review_reminder" | "confirmation_reminder" | "not_entered_reminder" | "project_cancelled" | "session_changed";
            /**
             * Kind
             * @enum {string}
             */
            kind: "mail" | "letter";
            /** Subject */
            subject: string;
            /** Updated At */
            updated_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * TextOut
         * @description A text of a call.
         */
        TextOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Body */
            body: string;
            /**
             * Is Shipped
             * @description Nobody changed it yet.
             */
            is_shipped: boolean;
            /**
             * Key
             * @enum {string}
             */
            key: "labelled" | "waitlisted" | "not_labelled" | "changes_requested" | "draft_reminder" | "review_assigned" | "review_reminder" | "confirmation_reminder" | "not_entered_reminder" | "project_cancelled" | "session_changed";
            /**
             * Kind
             * @enum {string}
             */
            kind: "mail" | "letter";
            /** Placeholders */
            placeholders: components["schemas"]["Placeholder"][];
            /** Subject */
            subject: string;
            /** Updated At */
            updated_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * TextPreview
         * @description A text as it would leave, with the values of an example.
         */
        TextPreview: {
            /**
             * Html
             * @description Of a mail.
             */
            html: string | null;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
        };
        /**
         * TextWrite
         * @description A text, with `{{ placeholders }}`. Paragraphs are parted by an empty line.
         */
        TextWrite: {
            /** Body */
            body: string;
            /** Subject */
            subject: string;
        };
        /**
         * Texts
         * @description The texts of a call.
         */
        Texts: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Items */
            items: components["schemas"]["TextBrief"][];
            /** Next */
            next?: null;
            /** Total */
            total: number;
        };
        /**
         * TransferCreate
         * @description Whom an application is offered to.
         */
        TransferCreate: {
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
        };
        /**
         * TransferOut
         * @description An offer that waits.
         */
        TransferOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            to_organisation: components["schemas"]["HolderName"];
        };
        /**
         * Trial
         * @description Answers to try in the place of those that are kept.
         */
        Trial: {
            /**
             * Answers
             * @description Values by field id, as the call's form says; null empties a field.
             */
            answers?: {
                [key: string]: unknown;
            };
        };
        /**
         * Validation
         * @description Everything that keeps an application from being sent; nothing was stored.
         */
        Validation: {
            /** Charter */
            charter: components["schemas"]["ombelle_events__applications__schemas__CharterRuleOut"][];
            /** Is Complete */
            is_complete: boolean;
            /**
             * May Submit
             * @description Complete, and the caller may send it now.
             */
            may_submit: boolean;
            /** Problems */
            problems: components["schemas"]["ProblemOut"][];
        };
        /**
         * VenueNew
         * @description A place to add. Its commune is of the territory, by INSEE code; a point is told whole or not at all.
         */
        VenueNew: {
            /** Access */
            access?: string | null;
            /** Address */
            address?: string | null;
            /**
             * Distinct From
             * @description Venues nearly like it that were seen, and are others.
             * @default []
             */
            distinct_from: string[];
            /** Email */
            email?: string | null;
            /** Insee */
            insee: string;
            /** Latitude */
            latitude?: number | null;
            /** Longitude */
            longitude?: number | null;
            /** Name */
            name: string;
            /**
             * Organisation Id
             * @description The organisation of yours that adds it.
             */
            organisation_id?: string | null;
            /** Phone */
            phone?: string | null;
            /** Postal Code */
            postal_code?: string | null;
            /** Website */
            website?: string | null;
        };
        /**
         * VenueOut
         * @description A place; without a point of its own, it stands at its commune's.
         */
        VenueOut: {
            /** Access */
            access: string | null;
            /** Address */
            address: string | null;
            /** Allowed Actions */
            allowed_actions: string[];
            /** City */
            city: string | null;
            /** Department */
            department: string | null;
            /** Email */
            email: string | null;
            /**
             * Follows A Source
             * @description Whether the next sync may change it.
             */
            follows_a_source: boolean;
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
            /** Version */
            version: number;
            /** Website */
            website: string | null;
        };
        /**
         * VenuePatch
         * @description The fields to change.
         */
        VenuePatch: {
            /** Access */
            access?: string | null;
            /** Address */
            address?: string | null;
            /** Email */
            email?: string | null;
            /** Insee */
            insee?: string;
            /** Latitude */
            latitude?: number | null;
            /** Longitude */
            longitude?: number | null;
            /** Name */
            name?: string;
            /** Phone */
            phone?: string | null;
            /** Postal Code */
            postal_code?: string | null;
            /** Website */
            website?: string | null;
        };
        /**
         * Venues
         * @description A page of venues; `next` is null on the last one.
         */
        Venues: {
            /** Items */
            items: components["schemas"]["VenueOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * WaitingList
         * @description What is due soonest first, then what has waited longest; at most a hundred, of `total`.
         */
        WaitingList: {
            /** Items */
            items: components["schemas"]["WaitingOut"][];
            /** Next */
            next?: null;
            /** Total */
            total: number;
        };
        /**
         * WaitingOut
         * @description Something that waits for the caller's side: changes to make, an answer to give, messages to read.
         */
        WaitingOut: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            call: components["schemas"]["CallName"];
            /**
             * Count
             * @description How many: of messages, those that nobody of one's side has read.
             */
            count: number;
            /**
             * Due On
             * @description The last day for it, if there is one.
             */
            due_on: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "change_request" | "transfer" | "invitation" | "messages";
            /** Number */
            number: number;
            organisation: components["schemas"]["HolderName"];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Title */
            title: string | null;
        };
        /**
         * WithReason
         * @description Why.
         */
        WithReason: {
            /** Reason */
            reason: string;
        };
        /**
         * Withdrawal
         * @description Why an application is taken back.
         */
        Withdrawal: {
            /** Reason */
            reason: string;
        };
        /**
         * CharterRuleOut
         * @description How a rule of the charter is kept.
         */
        ombelle_events__applications__schemas__CharterRuleOut: {
            /** Evidence */
            evidence: string;
            /** Label */
            label: string;
            /** Passed */
            passed: boolean;
            /** Pointer */
            pointer: string | null;
            /** Rule */
            rule: string;
        };
        /**
         * CharterRuleOut
         * @description A rule that the machine checks.
         */
        ombelle_events__calls__schemas__CharterRuleOut: {
            /** Label */
            label: string;
            /**
             * Rule
             * @enum {string}
             */
            rule: "session_in_official_dates" | "free_of_charge" | "venue_in_territory";
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
         * Reviewer
         * @description Somebody who may sit in a committee: enough to choose them by.
         */
        Reviewer: {
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Reviewers
         * @description A page of reviewers by name; `next` is null on the last one.
         */
        Reviewers: {
            /** Items */
            items: components["schemas"]["Reviewer"][];
            /** Next */
            next: string | null;
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
            scopes: ("organisations:read" | "organisations:write" | "events:read" | "events:write" | "applications:read" | "applications:write")[];
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
         * WebhookDeliveries
         * @description A page of deliveries, the newest first; `next` is null on the last one.
         */
        WebhookDeliveries: {
            /** Items */
            items: components["schemas"]["WebhookDelivery"][];
            /** Next */
            next: string | null;
        };
        /**
         * WebhookDelivery
         * @description Something that a webhook is told; `id` is the `webhook-id` that the receiver sees, the same at each try.
         */
        WebhookDelivery: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Body
             * @description What is sent.
             */
            body: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Delivered At */
            delivered_at: string | null;
            /** Event */
            event: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last Error
             * @description Why the last try did not arrive, in French.
             */
            last_error: string | null;
            /**
             * Last Status
             * @description What the receiver answered last.
             */
            last_status: number | null;
            /** Last Try At */
            last_try_at: string | null;
            /** Next Try At */
            next_try_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed";
            subject: components["schemas"]["WebhookSubject"];
            /** Tries */
            tries: number;
        };
        /**
         * WebhookEventOut
         * @description Something that a webhook may listen to.
         */
        WebhookEventOut: {
            /** Event */
            event: string;
            /** Label En */
            label_en: string;
            /** Label Fr */
            label_fr: string;
        };
        /**
         * WebhookEvents
         * @description Every event there is; the list is short and whole.
         */
        WebhookEvents: {
            /** Items */
            items: components["schemas"]["WebhookEventOut"][];
            /** Next */
            next?: null;
        };
        /**
         * WebhookMade
         * @description A webhook with its new secret: the one time that it is shown.
         */
        WebhookMade: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["Named"] | null;
            /**
             * Disabled Reason
             * @description `gone`: the receiver answered that it is no more (410).
             */
            disabled_reason: ("person" | "gone") | null;
            /** Events */
            events: string[];
            /**
             * Failing Since
             * @description Since when nothing arrives.
             */
            failing_since: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Enabled */
            is_enabled: boolean;
            /** Last Delivered At */
            last_delivered_at: string | null;
            /** Name */
            name: string;
            organisation: components["schemas"]["Named"];
            /**
             * Previous Secret Until
             * @description Until when the former secret signs too.
             */
            previous_secret_until: string | null;
            /**
             * Secret
             * @description Verifies the signatures (Standard Webhooks): nobody can show it again.
             */
            secret: string;
            /** Url */
            url: string;
            /** Version */
            version: number;
        };
        /**
         * WebhookNew
         * @description A webhook to make.
         */
        WebhookNew: {
            /** Events */
            events: ("application.submitted" | "application.changes_requested" | "application.resubmitted" | "application.withdrawn" | "application.decided" | "message.received" | "project.confirmed" | "project.cancelled" | "change_proposal.settled" | "event.published" | "session.changed" | "session.cancelled")[];
            /**
             * Name
             * @description What the receiving program is called.
             */
            name: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /**
             * Url
             * @description Where it listens: https, on a public server.
             */
            url: string;
        };
        /**
         * WebhookOut
         * @description Where an organisation wants to be told what; its secret was shown when it was made, and never is again.
         */
        WebhookOut: {
            /** Allowed Actions */
            allowed_actions: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["Named"] | null;
            /**
             * Disabled Reason
             * @description `gone`: the receiver answered that it is no more (410).
             */
            disabled_reason: ("person" | "gone") | null;
            /** Events */
            events: string[];
            /**
             * Failing Since
             * @description Since when nothing arrives.
             */
            failing_since: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Enabled */
            is_enabled: boolean;
            /** Last Delivered At */
            last_delivered_at: string | null;
            /** Name */
            name: string;
            organisation: components["schemas"]["Named"];
            /**
             * Previous Secret Until
             * @description Until when the former secret signs too.
             */
            previous_secret_until: string | null;
            /** Url */
            url: string;
            /** Version */
            version: number;
        };
        /**
         * WebhookPatch
         * @description The fields to change; those left out stay as they are.
         */
        WebhookPatch: {
            /** Events */
            events?: ("application.submitted" | "application.changes_requested" | "application.resubmitted" | "application.withdrawn" | "application.decided" | "message.received" | "project.confirmed" | "project.cancelled" | "change_proposal.settled" | "event.published" | "session.changed" | "session.cancelled")[];
            /** Is Enabled */
            is_enabled?: boolean;
            /** Name */
            name?: string;
            /** Url */
            url?: string;
        };
        /**
         * WebhookSubject
         * @description What a delivery is about.
         */
        WebhookSubject: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
        };
        /**
         * Webhooks
         * @description A page of webhooks, the newest first; `next` is null on the last one.
         */
        Webhooks: {
            /** Items */
            items: components["schemas"]["WebhookOut"][];
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
    applications: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                call?: string | null;
                status?: ("draft" | "submitted" | "changes_requested" | "under_review" | "decided" | "withdrawn" | "discarded")[];
                decision?: ("labelled" | "waitlisted" | "not_labelled") | null;
                organisation?: string | null;
                theme?: string | null;
                /** @description Like 80, 2A, 974. */
                department?: string | null;
                /** @description An account that reviews them. */
                assigned_to?: string | null;
                /** @description Only those in which one's own organisations take part. */
                mine?: boolean;
                /** @description Words of the dossier, its number, or the organisation's name. */
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
                    "application/json": components["schemas"]["Applications"];
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
    begin_application: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `organisation_not_yours`: The caller does not act for this organisation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `access_code_refused`: The access code does not let in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: The organisation is not in the directory · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    waiting: {
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
                    "application/json": components["schemas"]["WaitingList"];
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
    application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `application_unknown`: No such application */
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
    discard_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this */
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
    save_application: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `answer_late`: The requested changes were due earlier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_changed_meanwhile`: The same fields have changed since they were read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `answers_invalid`: An answer cannot be kept · `invalid_input`: The request is invalid */
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
    use_access_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeGiven"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `access_code_refused`: The access code does not let in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    attachments: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["Attachments"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
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
    attach: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The question of type `file` that it answers. */
                    field_id?: string;
                    /**
                     * Format: binary
                     * @description 20 MB at most.
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `answer_late`: The requested changes were due earlier · `too_many_attachments`: The application has too many attachments */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_too_large`: The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_refused`: The file is not accepted · `file_infected`: A virus was found in the file · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage_unavailable`: The storage of files is unavailable */
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
    attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                attachment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `attachment_unknown`: No such attachment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `attachment_not_safe`: The attachment is not served */
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
            /** @description `storage_unavailable`: The storage of files is unavailable */
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
    remove_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                attachment_id: string;
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `attachment_unknown`: No such attachment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `answer_late`: The requested changes were due earlier */
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
    application_budget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["BudgetOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
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
    change_requests: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["ChangeRequests"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
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
    put_changes_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangesPutOff"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `change_request_unknown`: No such request for changes */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this */
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
    application_history: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["ApplicationHistory"];
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
            /** @description `application_unknown`: No such application */
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
    letter_pdf: {
        parameters: {
            query?: {
                /** @description By default the last one. */
                number?: number | null;
            };
            header?: never;
            path: {
                application_id: string;
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
                    "application/pdf": string;
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
            /** @description `application_unknown`: No such application · `letter_unknown`: No such letter */
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
    letters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["Letters"];
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
            /** @description `application_unknown`: No such application · `letter_unknown`: No such letter */
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
    messages: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["Messages"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
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
    write_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    mark_messages_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMark"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Marked"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this */
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
    application_parties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["Parties"];
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
            /** @description `application_unknown`: No such application */
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
    invite_party: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `answer_late`: The requested changes were due earlier · `party_exists`: The organisation takes part already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: The organisation is not in the directory · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    remove_party: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                party_id: string;
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `party_unknown`: No such party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `answer_late`: The requested changes were due earlier · `lead_stays`: The lead changes by a transfer only */
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
    change_party: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                party_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `party_unknown`: No such party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `answer_late`: The requested changes were due earlier · `lead_stays`: The lead changes by a transfer only */
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
    accept_part: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
                party_id: string;
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
                    "application/json": components["schemas"]["PartyOut"];
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
            /** @description `application_unknown`: No such application · `party_unknown`: No such party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `party_answered`: The invitation has been answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    refuse_part: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
                party_id: string;
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
                    "application/json": components["schemas"]["PartyOut"];
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
            /** @description `application_unknown`: No such application · `party_unknown`: No such party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `party_answered`: The invitation has been answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    renew_application: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Renewal"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do · `organisation_not_yours`: The caller does not act for this organisation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `access_code_refused`: The access code does not let in · `already_renewed`: The application has been renewed in this call */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: The organisation is not in the directory · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    request_changes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangesWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    resubmit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Resubmission"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `answer_late`: The requested changes were due earlier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_incomplete`: The application is not complete · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    application_reviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["ApplicationReviews"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed · `review_first`: One's own review comes first · `conflict_stands`: A conflict of interest stands */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
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
    own_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["ReviewOut"];
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
            /** @description `application_unknown`: No such application · `assignment_unknown`: No such assignment */
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
    write_own_review: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewOut"];
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
            /** @description `application_unknown`: No such application · `assignment_unknown`: No such assignment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_closed`: The reviews of this application are closed */
            409: {
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
            /** @description `review_invalid`: The review breaks a rule · `review_incomplete`: The review is not complete · `invalid_input`: The request is invalid */
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
    recuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Recusal"];
            };
        };
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
            /** @description `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `assignment_unknown`: No such assignment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_closed`: The reviews of this application are closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    submit_own_review: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["ReviewOut"];
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
            /** @description `application_unknown`: No such application · `assignment_unknown`: No such assignment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_closed`: The reviews of this application are closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_invalid`: The review breaks a rule · `review_incomplete`: The review is not complete · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    submit_application: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sends this version and no other; optional. */
                "if-match"?: string | null;
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `call_not_open`: The call has not opened yet · `call_closed`: The call has closed · `answer_late`: The requested changes were due earlier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_changed_meanwhile`: The same fields have changed since they were read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_incomplete`: The application is not complete · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    transfer_application: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this · `transfer_waiting`: A transfer waits already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_unknown`: The organisation is not in the directory · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    take_back_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `transfer_unknown`: No transfer waits */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this */
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
    accept_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `application_unknown`: No such application · `transfer_unknown`: No transfer waits */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `transfer_settled`: The transfer is settled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    decline_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
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
            /** @description `scope_missing`: The token does not cover this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `transfer_unknown`: No transfer waits */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `transfer_settled`: The transfer is settled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    validate_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Trial"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
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
    withdraw_application: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
            /** @description `scope_missing`: The token does not cover this · `action_forbidden`: This is not the caller's to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `action_impossible`: The application's state does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    take_assignment_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `conflict_stands`: A conflict of interest stands */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `assignment_unknown`: No such assignment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_exists`: A review was begun */
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
    calls: {
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
                    "application/json": components["schemas"]["Calls"];
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
    begin_call: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"];
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
            /** @description `edition_unknown`: No such edition · `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_invalid`: The change breaks a rule of calls · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    public_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["CallPublic"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `call_unknown`: No such call */
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
    change_call: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this */
            409: {
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
            /** @description `call_invalid`: The change breaks a rule of calls · `invalid_input`: The request is invalid */
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
    access_codes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["AccessCodes"];
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
            /** @description `call_unknown`: No such call */
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
    make_access_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessCodeCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessCodeOut"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this · `access_code_taken`: The code is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_invalid`: The change breaks a rule of calls · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    end_access_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
                code_id: string;
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
            /** @description `call_unknown`: No such call · `access_code_unknown`: No such access code */
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
    archive_call: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["CallOut"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    assign_reviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentsWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assigned"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this · `committee_off`: The call has no committee · `plan_outdated`: The plan is not possible any more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    preview_assignment_mails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentsWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentMails"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `committee_off`: The call has no committee · `plan_outdated`: The plan is not possible any more */
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
    preview_assignments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOut"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `committee_off`: The call has no committee */
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
    board: {
        parameters: {
            query?: {
                /** @description States, and for decided ones their decisions. */
                status?: ("draft" | "submitted" | "changes_requested" | "under_review" | "labelled" | "waitlisted" | "not_labelled" | "withdrawn")[];
                decision?: ("labelled" | "waitlisted" | "not_labelled")[];
                theme?: string[];
                /** @description Like 80, 2A, 974. */
                department?: string[];
                /** @description INSEE code. */
                commune?: string | null;
                /** @description That holds it, or takes part in it. */
                organisation?: string | null;
                /** @description An account that reviews them. */
                assigned_to?: string | null;
                /** @description The committee's mean is at least this. */
                score_from?: number | null;
                /** @description The committee's mean is at most this. */
                score_to?: number | null;
                /** @description A request for changes is open. */
                awaits_changes?: boolean | null;
                /** @description Something of it is overdue, as `late` tells. */
                late?: boolean | null;
                /** @description Somebody of the committee has a conflict of interest there. */
                conflicted?: boolean | null;
                /** @description A decision on it is being prepared. */
                staged?: boolean | null;
                /** @description Its holder wrote what nobody has read yet. */
                unread?: boolean | null;
                /** @description Words of answers, messages, names, or a number; accents and small typing errors are forgiven. */
                q?: string | null;
                /** @description How many of each column. */
                limit?: number;
            };
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["Board"];
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
            /** @description `call_unknown`: No such call */
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
    board_applications: {
        parameters: {
            query?: {
                /** @description States, and for decided ones their decisions. */
                status?: ("draft" | "submitted" | "changes_requested" | "under_review" | "labelled" | "waitlisted" | "not_labelled" | "withdrawn")[];
                decision?: ("labelled" | "waitlisted" | "not_labelled")[];
                theme?: string[];
                /** @description Like 80, 2A, 974. */
                department?: string[];
                /** @description INSEE code. */
                commune?: string | null;
                /** @description That holds it, or takes part in it. */
                organisation?: string | null;
                /** @description An account that reviews them. */
                assigned_to?: string | null;
                /** @description The committee's mean is at least this. */
                score_from?: number | null;
                /** @description The committee's mean is at most this. */
                score_to?: number | null;
                /** @description A request for changes is open. */
                awaits_changes?: boolean | null;
                /** @description Something of it is overdue, as `late` tells. */
                late?: boolean | null;
                /** @description Somebody of the committee has a conflict of interest there. */
                conflicted?: boolean | null;
                /** @description A decision on it is being prepared. */
                staged?: boolean | null;
                /** @description Its holder wrote what nobody has read yet. */
                unread?: boolean | null;
                /** @description Words of answers, messages, names, or a number; accents and small typing errors are forgiven. */
                q?: string | null;
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description By number, by when they were sent, or by score, the best first. */
                sort?: "number" | "submitted_at" | "score";
            };
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["DeskApplications"];
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
            /** @description `call_unknown`: No such call */
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
    committee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["Committee"];
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
            /** @description `call_unknown`: No such call */
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
    write_committee: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitteeWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Committee"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this · `committee_off`: The call has no committee */
            409: {
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
            /** @description `committee_invalid`: The committee cannot be so · `invalid_input`: The request is invalid */
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
    call_criteria: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["Criteria"];
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
            /** @description `call_unknown`: No such call */
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
    write_call_criteria: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CriteriaWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Criteria"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this · `criterion_used`: The criterion has scores */
            409: {
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
    call_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["FormPublished"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `call_unknown`: No such call */
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
    form_versions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["FormVersions"];
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
            /** @description `call_unknown`: No such call */
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
    form_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
                form_version_id: string;
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
                    "application/json": components["schemas"]["FormPublished"];
                };
            };
            /** @description The caller has these bytes already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `form_unknown`: No such form */
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
    form_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["FormDraft"];
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
            /** @description `call_unknown`: No such call */
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
    write_form_draft: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormDraftWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormDraft"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this */
            409: {
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
    publish_form: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["FormPublishing"];
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
            /** @description `call_unknown`: No such call · `form_unknown`: No such form */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this */
            409: {
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
            /** @description `form_invalid`: The form does not make sense · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    publish_call: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["CallOut"];
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
            /** @description `call_unknown`: No such call · `form_unknown`: No such form */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `form_invalid`: The form does not make sense · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    review_progress: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["ReviewProgress"];
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
            /** @description `call_unknown`: No such call */
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
    remind_reviewers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewRemindersAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewersReminded"];
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
            /** @description `call_unknown`: No such call */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    preview_review_reminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewRemindersAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewReminders"];
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
            /** @description `call_unknown`: No such call */
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
    call_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["CallOut"];
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
            /** @description `call_unknown`: No such call */
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
    call_texts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
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
                    "application/json": components["schemas"]["Texts"];
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
            /** @description `call_unknown`: No such call */
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
    call_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
                kind: "mail" | "letter";
                key: "labelled" | "waitlisted" | "not_labelled" | "changes_requested" | "draft_reminder" | "review_assigned" | "review_reminder" | "confirmation_reminder" | "not_entered_reminder" | "project_cancelled" | "session_changed";
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
                    "application/json": components["schemas"]["TextOut"];
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
            /** @description `call_unknown`: No such call · `text_unknown`: No such text */
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
    write_call_text: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                call_id: string;
                kind: "mail" | "letter";
                key: "labelled" | "waitlisted" | "not_labelled" | "changes_requested" | "draft_reminder" | "review_assigned" | "review_reminder" | "confirmation_reminder" | "not_entered_reminder" | "project_cancelled" | "session_changed";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextOut"];
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
            /** @description `call_unknown`: No such call · `text_unknown`: No such text */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `call_state`: The state of the call forbids this */
            409: {
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
            /** @description `text_invalid`: The text cannot be filled · `invalid_input`: The request is invalid */
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
    preview_call_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
                kind: "mail" | "letter";
                key: "labelled" | "waitlisted" | "not_labelled" | "changes_requested" | "draft_reminder" | "review_assigned" | "review_reminder" | "confirmation_reminder" | "not_entered_reminder" | "project_cancelled" | "session_changed";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextPreview"];
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
            /** @description `call_unknown`: No such call · `text_unknown`: No such text */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `text_invalid`: The text cannot be filled · `invalid_input`: The request is invalid */
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
    proposals: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: "open" | "settled" | "all";
                event_id?: string | null;
                edition?: number | null;
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
                    "application/json": components["schemas"]["Proposals"];
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
    withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
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
                    "application/json": components["schemas"]["ProposalOut"];
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
            /** @description `change_proposal_unknown`: No such change proposal */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `change_proposal_settled`: The change proposal is settled */
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
    approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Approval"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
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
            /** @description `change_proposal_unknown`: No such change proposal · `session_unknown`: No such session */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `change_proposal_settled`: The change proposal is settled · `change_proposal_outdated`: The event has changed since the proposal was made · `sessions_overlap`: Two sessions of the event overlap at one venue · `session_action_impossible`: The session's status does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
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
            /** @description `change_proposal_unknown`: No such change proposal */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `change_proposal_settled`: The change proposal is settled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    conflicts_of_interest: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                call_id?: string | null;
                application_id?: string | null;
                account_id?: string | null;
                kind?: ("organisation" | "partner" | "address_domain" | "declared" | "pinned") | null;
                state?: ("standing" | "dismissed") | null;
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
                    "application/json": components["schemas"]["ConflictsOfInterest"];
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
    tell_conflict_of_interest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictTold"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application_unknown`: No such application · `assignment_unknown`: No such assignment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict_settled`: The conflict is so already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `judge_unknown`: The account judges no application of this call · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    dismiss_conflict_of_interest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                conflict_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dismissal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictOfInterestOut"];
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
            /** @description `forbidden`: This is not allowed · `scope_missing`: The token does not cover this · `own_conflict`: One's own conflict is another's to dismiss · `conflict_stands`: A conflict of interest stands */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict_unknown`: No such conflict of interest */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict_settled`: The conflict is so already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    decision_batches: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                call_id?: string | null;
                state?: ("staged" | "applied" | "discarded") | null;
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
                    "application/json": components["schemas"]["Batches"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
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
    create_decision_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_invalid`: The batch breaks a rule · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    decision_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
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
                    "application/json": components["schemas"]["BatchOut"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
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
    change_decision_batch: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_closed`: The batch was applied or discarded */
            409: {
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
            /** @description `decision_batch_invalid`: The batch breaks a rule · `invalid_input`: The request is invalid */
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
    apply_decision_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applied"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed · `conflict_of_interest`: A conflict of interest stands in the way */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_closed`: The batch was applied or discarded · `decision_batch_applied`: Somebody else has applied the batch · `preview_needed`: The batch is to be previewed first · `decision_batch_changed`: Something differs from the preview · `decision_batch_blocked`: The batch cannot be applied as it is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    decision_candidates: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                batch_id: string;
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
                    "application/json": components["schemas"]["DecisionCandidates"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
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
    discard_decision_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                batch_id: string;
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
                    "application/json": components["schemas"]["BatchOut"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_closed`: The batch was applied or discarded */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    stage_decisions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StagedLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_closed`: The batch was applied or discarded */
            409: {
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
            /** @description `staging_invalid`: Something cannot be staged · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    stage_decision: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                batch_id: string;
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Staged"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemOut"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_closed`: The batch was applied or discarded */
            409: {
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
            /** @description `staging_invalid`: Something cannot be staged · `invalid_input`: The request is invalid */
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
    unstage_decision: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                batch_id: string;
                application_id: string;
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch · `decision_item_unknown`: The batch decides nothing of this application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_closed`: The batch was applied or discarded */
            409: {
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
    draft_letter_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
                application_id: string;
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
                    "application/pdf": string;
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch · `decision_item_unknown`: The batch decides nothing of this application */
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
    minutes_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
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
                    "application/pdf": string;
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_not_applied`: The batch has not been applied */
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
    preview_decision_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
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
                    "application/json": components["schemas"]["PreviewOut"];
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
            /** @description `scope_missing`: The token does not cover this · `forbidden`: This is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_unknown`: No such decision batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `decision_batch_closed`: The batch was applied or discarded */
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
    open_edition: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditionNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionOut"];
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
            /** @description `edition_exists`: There is an edition of this year */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edition_invalid`: The edition breaks a rule · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    change_edition: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditionPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionOut"];
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
            /** @description `edition_unknown`: No such edition */
            404: {
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
            /** @description `edition_invalid`: The edition breaks a rule · `invalid_input`: The request is invalid */
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
    calls_of_edition: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                year: number;
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
                    "application/json": components["schemas"]["CallsOfEdition"];
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
            /** @description `edition_unknown`: No such edition */
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
    remind_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindWhom"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindedProjects"];
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
            /** @description `edition_unknown`: No such edition */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_remind`: Nobody is to be reminded */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    preview_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindWhom"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderPreview"];
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
            /** @description `edition_unknown`: No such edition */
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
    policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
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
                    "application/json": components["schemas"]["PolicyOut"];
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
            /** @description `edition_unknown`: No such edition */
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
    write_policy: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyOut"];
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
            /** @description `edition_unknown`: No such edition */
            404: {
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
    not_entered: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
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
                    "application/json": components["schemas"]["NotEnteredList"];
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
            /** @description `edition_unknown`: No such edition */
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
    remind_not_entered: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindWhom"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindedProjects"];
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
            /** @description `edition_unknown`: No such edition */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_remind`: Nobody is to be reminded */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    preview_not_entered: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindWhom"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderPreview"];
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
            /** @description `edition_unknown`: No such edition */
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
    publish_edition: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishWhat"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
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
            /** @description `edition_unknown`: No such edition */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_publish`: Nothing can be published */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    preview_edition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishWhat"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
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
            /** @description `edition_unknown`: No such edition */
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
    create_event: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventWithSessions"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventCreated"];
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
            /** @description `organisation_unknown`: No such organisation of yours · `event_unknown`: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_cancelled`: The project is cancelled · `sessions_overlap`: Two sessions of the event overlap at one venue */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
            /** @description `scope_missing`: The token does not cover this · `field_reserved`: Only the coordination changes this field · `field_locked`: The edition's policy locks this field */
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
    candidates: {
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
                    "application/json": components["schemas"]["EventCandidates"];
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
    clashes: {
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
                    "application/json": components["schemas"]["Clashes"];
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
    sessions: {
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
                    "application/json": components["schemas"]["EventSessions"];
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
    add_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWritten"];
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
            /** @description `scope_missing`: The token does not cover this · `field_locked`: The edition's policy locks this field */
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
            /** @description `sessions_overlap`: Two sessions of the event overlap at one venue */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    stands: {
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
                    "application/json": components["schemas"]["Stands"];
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
    offer_stand: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandOffer"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInvitationOut"];
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
            /** @description `stand_already_offered`: The stand is offered to this organisation already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_umbrella`: The event is no umbrella · `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    projects: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                edition?: number | null;
                lifecycle?: ("awaiting_confirmation" | "active" | "cancelled" | "completed") | null;
                organisation_id?: string | null;
                /** @description Part of the title or of the holder's name. */
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
                    "application/json": components["schemas"]["Projects"];
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
    project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
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
                    "application/json": components["schemas"]["ProjectOut"];
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
            /** @description `project_unknown`: No such project */
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
    change_project: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectOut"];
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
            /** @description `project_unknown`: No such project */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_action_impossible`: The project's lifecycle does not allow this */
            409: {
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
    cancel_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectOut"];
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
            /** @description `project_unknown`: No such project */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_action_impossible`: The project's lifecycle does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    confirm_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                project_id: string;
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
                    "application/json": components["schemas"]["ProjectOut"];
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
            /** @description `project_unknown`: No such project */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_action_impossible`: The project's lifecycle does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    national_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
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
                    "application/json": components["schemas"]["NationalSheet"];
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
            /** @description `project_unknown`: No such project */
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
    publish_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishWhat"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
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
            /** @description `project_unknown`: No such project */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_publish`: Nothing can be published */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    preview_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishWhat"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
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
            /** @description `project_unknown`: No such project */
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
    reviews: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                call_id?: string | null;
                state?: ("to_do" | "draft" | "submitted") | null;
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
                    "application/json": components["schemas"]["Reviews"];
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
    remove_session: {
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
            /** @description `scope_missing`: The token does not cover this · `field_locked`: The edition's policy locks this field */
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
            /** @description `session_announced`: The session is published: cancel it */
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
    change_session: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWritten"];
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
            /** @description `scope_missing`: The token does not cover this · `field_locked`: The edition's policy locks this field */
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
            /** @description `sessions_overlap`: Two sessions of the event overlap at one venue */
            409: {
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
    cancel_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWritten"];
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
            /** @description `scope_missing`: The token does not cover this · `field_locked`: The edition's policy locks this field */
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
            /** @description `sessions_overlap`: Two sessions of the event overlap at one venue · `session_action_impossible`: The session's status does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    move_session_online: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovingOnline"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWritten"];
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
            /** @description `scope_missing`: The token does not cover this · `field_locked`: The edition's policy locks this field */
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
            /** @description `sessions_overlap`: Two sessions of the event overlap at one venue · `session_action_impossible`: The session's status does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    postpone_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWritten"];
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
            /** @description `scope_missing`: The token does not cover this · `field_locked`: The edition's policy locks this field */
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
            /** @description `sessions_overlap`: Two sessions of the event overlap at one venue · `session_action_impossible`: The session's status does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    reinstate_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                session_id: string;
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
                    "application/json": components["schemas"]["SessionWritten"];
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
            /** @description `scope_missing`: The token does not cover this · `field_locked`: The edition's policy locks this field */
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
            /** @description `sessions_overlap`: Two sessions of the event overlap at one venue · `session_action_impossible`: The session's status does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    reschedule_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rescheduling"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWritten"];
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
            /** @description `scope_missing`: The token does not cover this · `field_locked`: The edition's policy locks this field */
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
            /** @description `sessions_overlap`: Two sessions of the event overlap at one venue · `session_action_impossible`: The session's status does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `event_invalid`: The change breaks a rule of the programme · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    stand_invitations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: "open" | "all";
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
                    "application/json": components["schemas"]["StandInvitations"];
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
    withdraw_offer: {
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
                    "application/json": components["schemas"]["StandInvitationOut"];
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
            /** @description `stand_invitation_unknown`: No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stand_invitation_settled`: The invitation is settled */
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
    accept_stand: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
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
                    "application/json": components["schemas"]["StandInvitationOut"];
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
            /** @description `stand_invitation_unknown`: No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stand_invitation_settled`: The invitation is settled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_umbrella`: The event is no umbrella · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    decline_stand: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
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
                    "application/json": components["schemas"]["StandInvitationOut"];
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
            /** @description `stand_invitation_unknown`: No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stand_invitation_settled`: The invitation is settled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_umbrella`: The event is no umbrella · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    venues: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                /** @description Part of the name, address or commune. */
                q?: string | null;
                insee?: string | null;
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
                    "application/json": components["schemas"]["Venues"];
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
    add_venue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VenueNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueOut"];
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
            /** @description `organisation_unknown`: No such organisation of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `venue_similar`: There are venues nearly like it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `venue_invalid`: The venue breaks a rule · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    venue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                venue_id: string;
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
                    "application/json": components["schemas"]["VenueOut"];
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
            /** @description `venue_unknown`: No such venue */
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
    change_venue: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                venue_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VenuePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueOut"];
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
            /** @description `scope_missing`: The token does not cover this · `venue_shared`: Only the coordination changes this venue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `venue_unknown`: No such venue */
            404: {
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
            /** @description `venue_invalid`: The venue breaks a rule · `invalid_input`: The request is invalid */
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
    reviewers: {
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
                    "application/json": components["schemas"]["Reviewers"];
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
    webhook_events: {
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
                    "application/json": components["schemas"]["WebhookEvents"];
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
    webhooks: {
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
                    "application/json": components["schemas"]["Webhooks"];
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
            /** @description `scope_missing`: The token has no scope for this · `not_its_administrator`: Only administrators of the organisation do this */
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
    make_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMade"];
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
            /** @description `scope_missing`: The token has no scope for this · `not_its_administrator`: Only administrators of the organisation do this */
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
            /** @description `too_many_webhooks`: The organisation has too many webhooks */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `address_not_public`: The address is not a public one · `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
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
                    "application/json": components["schemas"]["WebhookOut"];
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
            /** @description `webhook_unknown`: No such webhook */
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
    remove_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
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
            /** @description `scope_missing`: The token has no scope for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_unknown`: No such webhook */
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
    change_webhook: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookOut"];
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
            /** @description `scope_missing`: The token has no scope for this · `not_its_administrator`: Only administrators of the organisation do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_unknown`: No such webhook */
            404: {
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
            /** @description `address_not_public`: The address is not a public one · `invalid_input`: The request is invalid */
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
    webhook_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string | null;
                state?: ("waiting" | "delivered" | "failed") | null;
            };
            header?: never;
            path: {
                webhook_id: string;
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
                    "application/json": components["schemas"]["WebhookDeliveries"];
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
            /** @description `webhook_unknown`: No such webhook */
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
    replay_webhook_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                webhook_id: string;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
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
            /** @description `webhook_unknown`: No such webhook · `webhook_delivery_unknown`: No such delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_disabled`: The webhook is disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    rotate_webhook_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMade"];
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
            /** @description `scope_missing`: The token has no scope for this · `not_its_administrator`: Only administrators of the organisation do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_unknown`: No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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
    test_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within 48 hours, the request is not carried out twice. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                webhook_id: string;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
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
            /** @description `scope_missing`: The token has no scope for this · `not_its_administrator`: Only administrators of the organisation do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_unknown`: No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_disabled`: The webhook is disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came before with another request · `invalid_input`: The request is invalid */
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

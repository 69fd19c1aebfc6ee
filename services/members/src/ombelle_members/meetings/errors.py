from ombelle_chassis.errors import DomainError, Forbidden, InvalidInput, NotFound


class MeetingUnknown(NotFound):
    """There is no such meeting."""

    code = "meeting_unknown"
    title = "No such meeting"


class MeetingLinkUnknown(NotFound):
    """The link opens no seat at a meeting: it was replaced, or badly copied."""

    code = "meeting_link_unknown"
    title = "No such link to a meeting"


class RollEntryUnknown(NotFound):
    """Nobody of that id is on the meeting's roll, or they are not the caller's to act for."""

    code = "roll_entry_unknown"
    title = "No such entry of the roll"


class MotionUnknown(NotFound):
    """There is no such motion."""

    code = "motion_unknown"
    title = "No such motion"


class ProxyUnknown(NotFound):
    """There is no such proxy, or it has ended."""

    code = "proxy_unknown"
    title = "No such proxy"


class MinutesUnknown(NotFound):
    """The meeting has no such minutes."""

    code = "minutes_unknown"
    title = "No such minutes"


class DocumentUnknown(NotFound):
    """The meeting has no such document."""

    code = "meeting_document_unknown"
    title = "No such document"


class DocumentStands(DomainError):
    """People were convened with this document: it stays."""

    code = "meeting_document_stands"
    title = "The document went with the notice"


class TaskUnknown(NotFound):
    """There is no such task."""

    code = "meeting_task_unknown"
    title = "No such task"


class NotNow(DomainError):
    """The meeting, or the motion, does not stand where this can be done; `state` says where it does."""

    code = "not_now"
    title = "Not in this state"


class NoticeTooShort(DomainError):
    """The bylaws ask for more days between the notice and the meeting."""

    code = "notice_too_short"
    title = "The notice is shorter than the bylaws ask"


class RollEmpty(DomainError):
    """Nobody would be on the roll that day."""

    code = "roll_empty"
    title = "Nobody is on the roll"


class NoQuorum(DomainError):
    """Fewer are present and represented than the bylaws ask; the problem says how many."""

    code = "no_quorum"
    title = "The quorum is not met"


class NotPresent(DomainError):
    """They are not there, or not any more."""

    code = "not_present"
    title = "They are not present"


class AlreadyPresent(DomainError):
    """They are there already."""

    code = "already_present"
    title = "They are present already"


class ProxyRefused(DomainError):
    """The bylaws do not allow this proxy; `reason` says why."""

    code = "proxy_refused"
    title = "The proxy is not allowed"


class BallotRefused(DomainError):
    """The ballot is not taken; `reason` says why."""

    code = "ballot_refused"
    title = "The ballot is refused"


class PollClosed(BallotRefused):
    """Nobody votes there any more."""

    code = "poll_closed"
    title = "The poll is closed"


class BallotTwice(BallotRefused):
    """The voice has voted."""

    code = "ballot_twice"
    title = "This voice has voted already"


class NotTheirVoice(Forbidden):
    """They may not vote for that member."""

    code = "not_their_voice"
    title = "This is not a voice that they hold"


class ConflictRefused(DomainError):
    """The vote is over, or they have voted."""

    code = "conflict_refused"
    title = "The conflict of interest comes too late"


class CountsWrong(InvalidInput):
    """More hands than there are voices, or none where a show of hands is closed."""

    code = "counts_wrong"
    title = "The counts do not add up"


class MinutesApproved(DomainError):
    """Approved minutes stand: they are corrected by another version."""

    code = "minutes_stand"
    title = "Approved minutes stand"

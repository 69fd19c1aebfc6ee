"""Facts between services: posted in the business transaction, delivered at least once, taken once.

- `post(session, type, key=…, version=…, payload=…)` in the transaction that makes the fact; `post_all` for many
- `relay.relay_messages(…)` delivers what was posted: one of the service's jobs
- `receiver.messages_router(handlers)` takes what others post; `dead_letters.dead_letters_router(…)` shows what could
  not be delivered
- `forget_messages(session, …)` takes back what names somebody and has not left yet
"""

from ombelle_chassis.messages.message import Handler, Message
from ombelle_chassis.messages.outbox import Fact, forget_messages, post, post_all, wake_relay
from ombelle_chassis.messages.versions import is_newer

__all__ = ["Fact", "Handler", "Message", "forget_messages", "is_newer", "post", "post_all", "wake_relay"]

"""A worker with a relay, as a process: `python relay_process.py DATABASE_URL NAME=ADDRESS SECRET`."""

import asyncio
import sys

from ombelle_chassis.jobs import run_worker
from ombelle_chassis.logging import configure_logging
from ombelle_chassis.messages.relay import Relay, relay_messages
from ombelle_chassis.messages.settings import read_subscribers

url, subscribers, secret = sys.argv[1:]
configure_logging("worker")
relay = Relay(url, read_subscribers(subscribers), secret, "worker")
sys.exit(asyncio.run(run_worker(url, [relay_messages(relay)], name="worker", silence_seconds=1)))

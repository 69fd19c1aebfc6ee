"""Mails: written in the transaction that wants them, sent by a job, kept until they are of no use."""

from ombelle_gateway.accounts.mail.queue import queue_mail

__all__ = ["queue_mail"]

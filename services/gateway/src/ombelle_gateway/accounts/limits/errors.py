from ombelle_chassis.errors import DomainError


class TooManyAttempts(DomainError):
    """Too many attempts; `Retry-After` says when one is free again."""

    code = "too_many_attempts"
    title = "Too many attempts"
    status = 429

    def __init__(self, *, retry_after: int) -> None:
        """Refuse for so many seconds."""
        minutes = -(-retry_after // 60)
        told = f"{minutes} minutes" if minutes > 1 else "une minute"
        super().__init__(
            f"Il y a eu trop d'essais d'ici ou pour cette adresse : réessayez dans {told}.",
            headers={"Retry-After": str(retry_after)},
            retry_after=retry_after,
        )

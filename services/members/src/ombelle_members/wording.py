"""Words that follow a number. Plain Python."""


def counted(number: int, one: str, several: str) -> str:
    """Return a number with its word, such as « 1 siège », « 0 voix » or « 9 sièges »: the French plural begins at two."""
    return f"{number} {one if number < 2 else several}"

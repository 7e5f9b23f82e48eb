"""Keys, sealed fields and blind indexes. Knows no case."""


def seal_text(purpose: str, text: str) -> str:
    """Seal a secret that another library keeps in a table of its own."""
    from heed.vault import texts

    return texts.seal_text(purpose, text)


def open_text(purpose: str, sealed: str) -> str:
    """Open what `seal_text` sealed for this purpose; CannotOpen if it was not."""
    from heed.vault import texts

    return texts.open_text(purpose, sealed)

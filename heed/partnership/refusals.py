"""Why something is not done, in a sentence fit for the screen."""


class Refused(Exception):
    """What was asked is not done: the sentence is for people, `code` for the record."""

    def __init__(self, sentence: str, *, code: str):
        super().__init__(sentence)
        self.code = code

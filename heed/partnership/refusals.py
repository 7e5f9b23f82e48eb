"""Why something is not done, in a sentence fit for the screen."""


class NotDone(Exception):
    """What was asked is not done. Its words are a sentence for people: where no form
    shows it, it is a page of its own."""


class Refused(NotDone):
    """What was asked is not done: the sentence is for people, `code` for the record."""

    def __init__(self, sentence: str, *, code: str):
        super().__init__(sentence)
        self.code = code

"""The cases of Quillshire, each walked to its stage by the real actions."""

from heed.demo.quillshire.siskin import load_siskin


def load_cases(quillshire, people) -> None:
    """Load every case of the demonstration, the oldest first."""
    for walk in (load_siskin,):
        walk(quillshire, people)

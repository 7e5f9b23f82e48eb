"""The cases of Quillshire, each from its first day to its end, by the people who share it."""

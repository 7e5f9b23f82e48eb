"""The decisions of a case: which questions, in words of our own, with the provision
that asks them, and which outcomes there are.

Every answer may be “not known”, with reasons, evidence, who answered and when. No
record decides by itself: people weigh, and write down why.
"""
# ruff: noqa: F403  (callers write criteria.DR_1 and criteria.conclude_notification)

from heed.rulebook.criteria.harm import *
from heed.rulebook.criteria.notifiable import *
from heed.rulebook.criteria.questions import *
from heed.rulebook.criteria.records import *

"""The same, without waiting for the disk at each change: where processes die and not
the machine, nothing that was written is lost by that, and hundreds of deaths are quick.
"""

from tests.faults.settings import *  # noqa: F403
from tests.faults.settings import DATABASES

for _database in DATABASES.values():
    _options = _database.get("OPTIONS", {})
    if command := _options.get("init_command"):
        _options["init_command"] = command.replace("=FULL", "=OFF")

"""`python -m heed.config` is `heed`, for processes that Heed starts itself."""

from heed.config.command_line import main

main()

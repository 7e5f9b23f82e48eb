"""Files: quarantine, scanning, what was read in them, and who opened what."""

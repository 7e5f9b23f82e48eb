"""How Heed is put together and run: settings, doors, worker, commands, wiring."""

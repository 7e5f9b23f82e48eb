"""Staff home: my work, my cases, deadlines, and how all this works."""

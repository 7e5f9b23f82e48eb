"""The papers people pass around, read and written. Plain Python, no Django."""

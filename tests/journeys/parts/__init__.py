"""The whole way in parts, each a few sentences about who does what."""

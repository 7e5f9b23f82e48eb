"""Quillshire, loaded by walking the real actions. Nobody in it is real."""

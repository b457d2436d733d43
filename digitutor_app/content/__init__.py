"""Exercises and the curriculum as files: read, checked, and turned into what the engine knows."""

"""Digitutor: practise digital skills on a pretend computer."""

__version__ = "0.1.0"

"""Paper: sheets that turn dataclasses into the bytes of a PDF."""

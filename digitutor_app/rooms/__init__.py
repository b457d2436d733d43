"""The programs of the practice computer, one folder each; a room never imports a room."""

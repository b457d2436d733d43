"""The file manager of the practice computer, and the viewer of its documents."""

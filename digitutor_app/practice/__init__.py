"""The practice computer without a screen: files, clipboard, windows, clock, undo."""

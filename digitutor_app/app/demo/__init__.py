"""An invented workshop to try the program with: ``digitutor demo``."""

"""Pictures of every screen and every paper, from an invented workshop: ``digitutor shots``."""

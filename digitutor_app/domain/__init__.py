"""Facts and rules of Digitutor. Standard library only; frozen dataclasses; no disk, no screen."""

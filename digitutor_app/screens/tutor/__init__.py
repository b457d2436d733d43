"""The pages of the tutor, behind the gate."""

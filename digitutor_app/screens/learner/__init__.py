"""The pages of a learner, one to a file; none knows another."""

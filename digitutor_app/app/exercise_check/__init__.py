"""What makes an exercise sound: one set of guards for the author's command and for the tests."""

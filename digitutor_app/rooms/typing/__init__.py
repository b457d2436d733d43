"""The room ``typing``: fields to write in, with a picture of the keyboard."""

"""The room ``pointer``: boards on which the movements of mouse and touchpad are practised."""

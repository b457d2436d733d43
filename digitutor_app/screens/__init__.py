"""The pages of the program, one file each; the main window shows them and hears their wishes."""

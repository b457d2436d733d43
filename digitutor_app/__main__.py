"""``python -m digitutor_app``: the same as the console program ``digitutor``."""

import sys

from digitutor_app.app.command_line import main

if __name__ == "__main__":
    sys.exit(main())

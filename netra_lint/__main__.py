"""``python -m netra_lint``."""

import sys

from netra_lint.cli import main

if __name__ == "__main__":
    sys.exit(main())

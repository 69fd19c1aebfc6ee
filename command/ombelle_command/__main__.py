"""`python -m ombelle_command`."""

import sys

from ombelle_command.cli import main

sys.exit(main(sys.argv[1:]))

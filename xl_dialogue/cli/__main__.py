"""``python -m xl_dialogue.cli``."""

import sys

from xl_dialogue.cli import main

sys.exit(main())

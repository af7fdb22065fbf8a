"""The analyses built by hand lie beside the tests of reporting."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "reporting"))

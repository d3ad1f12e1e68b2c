"""Every module can be the first that a program imports: none waits for another in a circle."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "claimcheck").rglob("*.py")
    if path.name != "__main__.py"
)
CODE = """
import importlib, sys
failed, seen = [], set()
for module in sys.argv[1:]:
    if module in seen:
        continue  # its package comes first in any case, and brought it along
    for name in [n for n in sys.modules if n == "claimcheck" or n.startswith("claimcheck.")]:
        del sys.modules[name]
    try:
        importlib.import_module(module)
    except ImportError as error:
        failed.append(f"{module}: {error}")
    else:
        seen.update(name for name in sys.modules if name.startswith(f"{module}."))
print("\\n".join(failed))
"""


def test_every_module_can_be_imported_first():
    done = subprocess.run(
        [sys.executable, "-c", CODE, *MODULES], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == ""
    assert len(MODULES) > 50

"""The peers that come from PyPI, in an environment of their own: .build/bench-venv."""
import pathlib
import subprocess
import venv

VENV = pathlib.Path(__file__).resolve().parent.parent / ".build" / "bench-venv"
PYTHON = VENV / "bin" / "python"


def has(module):
    return subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True).returncode == 0


def install(packages):
    """Installs what is missing of packages by the module that each brings."""
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    for module, package in packages.items():
        if not has(module):
            print(f"bench: installing {package} into .build/bench-venv", flush=True)
            subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", package])

"""Compiles a Typst document with the fonts of one folder and no others."""
import sys

import typst

source, output, root, fonts = sys.argv[1:]
typst.compile(source, output=output, root=root, font_paths=[fonts], ignore_system_fonts=True)

"""Which file an import statement means, and which names a module binds at its top level."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING

from netra_lint.project.nodes import bindings_in, statements_in
from netra_lint.project.outline import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netra_lint.project.sources import Sources


CLASSES = "class "
"""Stands for the heads of all classes among the names that were looked up."""


class ModuleInfo:
    """One module: its tree and the statements that bind each of its names.

    Whoever asks for less than all of it rests on less: see `bound` and `took`.

    Attributes:
        path: absolute path of the file.
    """

    __slots__ = ("_bindings", "_notes", "_tree", "path")

    def __init__(self, path: str, tree: ast.Module, notes: Notes | None = None) -> None:
        self.path = path
        self._tree = tree
        self._notes = notes or Notes()
        self._bindings = bindings_in(tree)

    @property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        self._notes.whole()
        return self._tree

    @property
    def bindings(self) -> dict[str, list[ast.stmt]]:
        """Each name with the statements that bind it, in order."""
        self._notes.whole()
        return self._bindings

    @property
    def stars(self) -> list[ast.ImportFrom]:
        """The ``from x import *`` statements."""
        found = self.bound("*")
        return [each for each in found if isinstance(each, ast.ImportFrom)]

    def bound(self, name: str) -> list[ast.stmt]:
        """Return the statements that bind one name, in order."""
        self._notes.named(name)
        return self._bindings.get(name, [])

    def definitions(self) -> Iterator[ast.stmt]:
        """Yield what binds names, for those who note what they take of it (see `took`)."""
        for statements in self._bindings.values():
            yield from statements

    def classes(self, view: str) -> list[ast.ClassDef]:
        """Return the classes, those in functions too, for those who note what they take.

        Args:
            view: as what functions are looked at for this.
        """
        self._notes.named(CLASSES)
        found = statements_in(self._tree.body, b"class ", view=view)
        return [each for each in found if isinstance(each, ast.ClassDef)]

    def took(self, node: ast.stmt | ast.expr) -> None:
        """Note that a function or class is looked at that `definitions` led to."""
        self._notes.took(node)

    @property
    def is_package(self) -> bool:
        """Whether the module is a package's ``__init__``."""
        return os.path.basename(self.path).startswith("__init__.")


class Modules:
    """The project's modules, found by import names and read on demand."""

    def __init__(self, root: str, files: Sequence[str], sources: Sources) -> None:
        self.root = root
        self.sources = sources
        self._files = set(files)
        self._folders = _folders(files)
        self._modules: dict[str, ModuleInfo | None] = {}
        self._found: dict[tuple[str, str], str] = {}

    def add(self, path: str) -> None:
        """Make a file known that the project's walk did not find."""
        self._files.add(path)
        self._folders.update(_folders([path]))

    def module(self, path: str) -> ModuleInfo | None:
        """Return the module of a file, or None when the file cannot be parsed."""
        if path not in self._modules:
            tree = self.sources.tree(path)
            notes = self.sources.notes(path)
            self._modules[path] = None if tree is None else ModuleInfo(path, tree, notes)
        return self._modules[path]

    def find(self, name: str, importer: str) -> str:
        """Return the file that an absolute import means, or ``""``.

        Args:
            name: the dotted module name.
            importer: the path of the importing file.

        Returns:
            The path of the module, of its package's ``__init__`` or, for a
            folder without one, the folder itself with a trailing separator.
        """
        key = (name, os.path.dirname(importer))
        if key not in self._found:
            self._found[key] = self._search(name.replace(".", os.sep), importer)
        return self._found[key]

    def _search(self, tail: str, importer: str) -> str:
        for base in self._bases(os.path.dirname(importer)):
            found = self.at(os.path.join(base, tail))
            if found:
                return found
        return ""

    def _bases(self, folder: str) -> list[str]:
        """Folders that may stand on the import path, the likeliest first."""
        packages: list[str] = []
        while self.is_package(folder) and folder != os.path.dirname(folder):
            packages.append(folder)
            folder = os.path.dirname(folder)
        bases = list(_upwards(folder, self.root))
        bases.append(os.path.join(self.root, "src"))
        return bases + packages

    def is_package(self, folder: str) -> bool:
        """Whether a folder is a package."""
        found = os.path.join(folder, "__init__.py") in self._files
        if self.sources.trace is not None:
            self.sources.trace.packages[folder] = found
        return found

    def at(self, stem: str) -> str:
        """Return the module file for a path without suffix, or ``""``."""
        found = self._at(stem)
        if self.sources.trace is not None:
            self.sources.trace.stems[stem] = found
        return found

    def _at(self, stem: str) -> str:
        for candidate in (os.path.join(stem, "__init__.py"), stem + ".py", stem + ".pyi"):
            if candidate in self._files:
                return candidate
        return stem + os.sep if stem in self._folders else ""

    def relative(self, importer: str, level: int, name: str) -> str:
        """Return the file that a relative import means, or ``""``."""
        folder = os.path.dirname(importer)
        for _ in range(level - 1):
            folder = os.path.dirname(folder)
        return self.at(os.path.join(folder, name.replace(".", os.sep)) if name else folder)

    def source_of(self, node: ast.ImportFrom, importer: str) -> str:
        """Return the file that ``from x import ...`` reads from, or ``""``."""
        if node.level:
            return self.relative(importer, node.level, node.module or "")
        return self.find(node.module or "", importer)

    def child(self, package: str, name: str) -> str:
        """Return the file of a package's submodule, or ``""``."""
        folder = package if package.endswith(os.sep) else os.path.dirname(package)
        return self.at(os.path.join(folder, name))


def _upwards(folder: str, root: str) -> Iterator[str]:
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if folder in (root, parent):
            return
        folder = parent


def _folders(files: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for path in files:
        folder = os.path.dirname(path)
        while folder not in found:
            found.add(folder)
            folder = os.path.dirname(folder)
    return found

"""What a front door asks of the engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stdin:
    """A file whose content is given, saved or not.

    Attributes:
        path: absolute path where the file would be.
        content: its bytes.
    """

    path: str
    content: bytes


@dataclass(frozen=True)
class Request:
    """One wish for a check.

    Attributes:
        paths: the files and folders to report on, as the user named them.
        cwd: the absolute folder that they are relative to.
        config: a configuration file to use in place of the nearest one.
        isolated: whether to read no configuration file at all.
        select: prefixes of rules that replace the configuration's, or None.
        extend_select: prefixes of rules to add.
        ignore: prefixes of rules to leave out, besides the configuration's.
        exclude: patterns to leave out, besides the configuration's.
        force_exclude: whether to leave out what they mean also where it is named.
        stdin: a file whose content is given.
        noqa: whether ``# noqa`` comments count.
        cache: whether to keep results for the next run, and to use those of the last.
        cache_dir: the folder to keep them in; by default one in the project's root.
    """

    paths: tuple[str, ...] = (".",)
    cwd: str = "."
    config: str = ""
    isolated: bool = False
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    stdin: Stdin | None = None
    noqa: bool = True
    cache: bool = False
    cache_dir: str = ""

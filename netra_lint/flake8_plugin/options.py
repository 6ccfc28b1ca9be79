"""The plugin's options: on flake8's command line and in its configuration file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flake8.exceptions import ExecutionError

if TYPE_CHECKING:
    import argparse

    from flake8.options.manager import OptionManager

    from netra_lint.cache.shortcut import Shortcut
    from netra_lint.engine import Request

_LISTS = {
    "select": "Rules of netra-lint to check, in place of those in pyproject.toml.",
    "ignore": "Rules of netra-lint not to check, besides those in pyproject.toml.",
    "exclude": "Patterns, as in a .gitignore, of files that are no part of the project.",
}


def add(manager: OptionManager) -> None:
    """Declare the options.

    Args:
        manager: flake8's.
    """
    manager.add_option(
        "--netra-lint-config",
        default="",
        metavar="FILE",
        parse_from_config=True,
        normalize_paths=True,
        help="Configuration file of netra-lint (default: the nearest pyproject.toml).",
    )
    manager.add_option(
        "--netra-lint-isolated",
        action="store_true",
        parse_from_config=True,
        help="Read no configuration file of netra-lint.",
    )
    manager.add_option(
        "--netra-lint-no-cache",
        action="store_true",
        parse_from_config=True,
        help="Keep nothing for the next run of netra-lint, and use nothing of the last.",
    )
    manager.add_option(
        "--netra-lint-cache-dir",
        default="",
        metavar="FOLDER",
        parse_from_config=True,
        normalize_paths=True,
        help="Where netra-lint keeps it (default: .netra_lint_cache in the project's root).",
    )
    for name, text in _LISTS.items():
        manager.add_option(
            f"--netra-lint-{name}",
            default="",
            metavar="LIST",
            parse_from_config=True,
            comma_separated_list=True,
            help=text,
        )


def check(options: argparse.Namespace) -> None:
    """Make sure that options can be used.

    Args:
        options: as flake8 parsed them.

    Raises:
        ExecutionError: for an unknown rule, what is no pattern, or a configuration that
            cannot be used.
    """
    select, ignore, exclude = (getattr(options, f"netra_lint_{name}") for name in _LISTS)
    if not (select or ignore or exclude or options.netra_lint_config):
        return
    from netra_lint.config import ConfigError, load_config
    from netra_lint.engine.selection import check_patterns, check_prefixes
    from netra_lint.rules import names

    try:
        check_prefixes("--netra-lint-select", select, names())
        check_prefixes("--netra-lint-ignore", ignore, names())
        check_patterns("--netra-lint-exclude", exclude)
        if options.netra_lint_config:
            load_config(options.netra_lint_config)
    except ConfigError as error:
        raise ExecutionError(str(error)) from error


def shortcut(options: argparse.Namespace | None, path: str) -> Shortcut | None:
    """Return the short way to what is known of a file, where this is the only one asked for.

    Args:
        options: as flake8 parsed them, or None where nobody gave any.
        path: the file's absolute path.
    """
    if options is None or options.netra_lint_no_cache or len(options.filenames) != 1:
        return None
    if os.path.isdir(options.filenames[0]):
        return None
    from netra_lint.cache.shortcut import Shortcut

    lists = [sorted(getattr(options, f"netra_lint_{name}")) for name in _LISTS]
    wish = options.netra_lint_isolated, options.netra_lint_config, lists
    return Shortcut(path, wish, options.netra_lint_config, options.netra_lint_cache_dir)


def request(options: argparse.Namespace | None) -> Request:
    """Turn flake8's options into a request.

    Args:
        options: as flake8 parsed them, or None where nobody gave any.

    Returns:
        The request; what comments silence is asked for too, since flake8 may want it.
    """
    from netra_lint.engine.request import Request

    if options is None:
        return Request(paths=(), cwd=os.getcwd(), force_exclude=True, noqa=False, cache=True)
    return Request(
        paths=tuple(options.filenames) or (".",),
        cwd=os.getcwd(),
        config=options.netra_lint_config,
        isolated=options.netra_lint_isolated,
        select=tuple(options.netra_lint_select) or None,
        ignore=tuple(options.netra_lint_ignore),
        exclude=tuple(options.netra_lint_exclude),
        force_exclude=True,  # as flake8 does with its own patterns
        noqa=False,
        cache=not options.netra_lint_no_cache,
        cache_dir=options.netra_lint_cache_dir,
    )

"""``netra-lint clean``."""

from __future__ import annotations

import os

import click


@click.command("clean", short_help="Remove the cache.")
@click.argument("paths", nargs=-1)
@click.option("--cache-dir", metavar="FOLDER", help="The cache to remove, where it is elsewhere.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was removed.")
def clean(paths: tuple[str, ...], cache_dir: str | None, quiet: bool) -> None:
    """Remove the caches of the projects that PATHS belong to.

    PATHS are files and folders, by default the current folder. Nothing but
    what netra-lint made is removed.
    """
    from netra_lint.cache.place import FOLDER, CacheError
    from netra_lint.cache.place import clean as remove
    from netra_lint.config.errors import UserError
    from netra_lint.project.root import projects_of

    cwd = os.getcwd()
    given = [os.path.normpath(os.path.join(cwd, path)) for path in paths or (".",)]
    for path in given:
        if not os.path.exists(path):
            raise UserError(f"{path}: no such file or folder")
    projects = projects_of(given, cwd)
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in given]
    caches = [os.path.join(projects.of_folder(folder).root, FOLDER) for folder in folders]
    if cache_dir:
        caches = [os.path.normpath(os.path.join(cwd, cache_dir))]
    for cache in dict.fromkeys(caches):
        try:
            if remove(cache) and not quiet:
                click.echo(f"Removed the cache at {cache}", err=True)
        except CacheError as error:
            raise click.ClickException(str(error)) from error


COMMANDS = {"clean": clean}

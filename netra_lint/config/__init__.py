"""The settings of one project, read from ``[tool.netra-lint]``."""

from netra_lint.config.errors import ConfigError, UserError, one_of
from netra_lint.config.load import find_section, load_config
from netra_lint.config.model import DEFAULT_EXCLUDE, Config

__all__ = [
    "DEFAULT_EXCLUDE",
    "Config",
    "ConfigError",
    "UserError",
    "find_section",
    "load_config",
    "one_of",
]

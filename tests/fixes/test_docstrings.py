"""Docstrings of functions that gain parameters, as people write them seldom."""

from __future__ import annotations

import pytest

from tests.fixes.test_threading import TOP, repaired

THREAD = "hread to send updates to, if known"
USER = "ser to send updates to, if known"
CASES = {
    "nothing is listed": ('"""Report.\n\n    Args:\n    """', None),
    "the list ends with the text": ('"""Report.\n\n    Args:\n        m: the message."""', None),
    "a list of one row": ('"""Report.\n\n    Args:"""', None),
    "keywords come last": (
        '"""Report.\n\n    Args:\n        m: the message.\n        **rest: what else.\n    """',
        f"        m: the message.\n        thread_id: t{THREAD}.\n        user_id: u{USER}.\n"
        "        **rest: what else.\n",
    ),
    "optional types": (
        '"""Report.\n\n    Args:\n        m (Optional[dict]): The message\n    """',
        f"        thread_id (Optional[str]): T{THREAD}\n        user_id (Optional[str]): U{USER}\n",
    ),
    "a list up to the end": (
        '"""Report.\n\n    Parameters\n    ----------\n    m : dict\n        The message.\n    """',
        f"        The message.\n    thread_id : str, optional\n        T{THREAD}.\n",
    ),
    "rows that go on": (
        '"""Report.\n\n    :param m: the message,\n        in full.\n'
        '    :returns: nothing.\n    """',
        f"        in full.\n    :param thread_id: t{THREAD}.\n    :param user_id: u{USER}.\n"
        "    :returns: nothing.\n",
    ),
    "no text at all": ("1", None),
    "rows that are joined": ('"""Report.\\\n    Args:\n        m: the message.\n    """', None),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_docstring(before, after, tmp_path):
    send = (
        f"async def report(manager, run_id, m, **rest):\n    {before}\n"
        "    await manager.send_to_user(run_id, m)\n"
    )
    text = repaired(tmp_path, {"sending.py": send, "starting.py": TOP})["sending.py"]
    assert "def report(manager, run_id, m, thread_id=None, user_id=None, **rest):" in text
    if after is None:
        assert f"    {before}\n" in text
    else:
        assert after in text

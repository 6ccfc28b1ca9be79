"""The index of names answers as a look at every file would."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra_lint.project import screen
from netra_lint.project.index import Index
from netra_lint.project.lasting import Lasting
from netra_lint.project.names import Names
from netra_lint.project.queries import (
    Answers,
    base,
    calls_of,
    collect,
    defines,
    firsts,
    part,
    search,
    spelled,
    takers,
    word,
    words_in,
)
from netra_lint.project.sources import Sources

WORDS = ["run_id", "my_run_id", "runId", "thread_id", "Agent", "SubAgent", "send", "x", "é_run_id"]
GLUE = [" ", "(", ")", ".", "=", "\n", "class ", "def ", '"', "#", ", "]
TEXTS = st.lists(st.sampled_from(WORDS + GLUE), max_size=14).map("".join).map(str.encode)
PROJECTS = st.lists(TEXTS, min_size=1, max_size=5)

QUERIES = [
    word("run_id"),
    part("run_id"),
    part("Agent"),
    base("Agent"),
    firsts("send"),
    defines("send"),
    defines("é_run_id"),
    spelled(screen.RUN_ID),
    search(re.compile(rb"run_id\s*=")),
    search(re.compile(rb"(?:thread|x)_id\s*="), b"thread_id", b"x_id"),
    collect(re.compile(rb"\.(\w+)"), b".send"),
    takers(re.compile(rb"run_?[iI]d"), b"run_id", b"runId"),
    calls_of([b"send", b"x"], [b"run_id", b"thread_id"], [b"x"]),
]


def project(texts):
    """Files that are only in memory."""
    files = [f"/project/file{number}.py" for number in range(len(texts))]
    return files, dict(zip(files, texts, strict=True))


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.kind} {query.words[0][:20]}")
@given(texts=PROJECTS)
def test_files_that_are_not_asked_have_nothing_to_answer(query, texts):
    files, overlay = project(texts)
    sources = Sources(overlay)
    sources.index(files)
    expected = [(path, Answers(overlay[path], path).answer(query)) for path in files]
    assert sources.having(query, files) == [each for each in expected if each[1]]


@given(texts=PROJECTS)
def test_names_are_held_by_the_files_in_which_they_stand(texts):
    files, overlay = project(texts)
    names = Names(files, Sources(overlay))
    for name in map(str.encode, WORDS):
        expected = [path for path in files if name in words_in(overlay[path])]
        assert names.may_hold(name.decode()) == expected
        assert [path for path in files if name in names.held([name]).get(path, [])] == expected
        parts = [path for path in files if any(name in each for each in words_in(overlay[path]))]
        assert sorted(names.spelt([name])) == parts


@given(before=PROJECTS, changes=st.lists(st.tuples(st.integers(0, 4), TEXTS), max_size=6))
def test_an_index_that_is_kept_is_the_one_that_is_made_anew(before, changes):
    files, overlay = project(before)
    texts = Lasting(files)
    texts.lay(overlay)
    texts.index(files).with_part(b"id")
    for number, content in changes:
        path = files[number % len(files)]
        overlay[path] = content
        texts.update(path, content)
        kept, new = texts.index(files), Index([overlay[path] for path in files])
        for name in map(str.encode, WORDS):
            assert list(kept.holding(name)) == list(new.holding(name))
            assert kept.with_part(name) == new.with_part(name)
        assert kept.with_match(screen.RUN_ID) == new.with_match(screen.RUN_ID)


@given(before=PROJECTS, changes=st.lists(st.tuples(st.integers(0, 4), TEXTS), max_size=6))
def test_who_defines_a_function_is_among_those_that_may(before, changes):
    files, overlay = project(before)
    texts = Lasting(files)
    texts.lay(overlay)
    texts.index(files)
    for number, content in [(0, overlay[files[0]]), *changes]:
        path = files[number % len(files)]
        overlay[path] = content
        texts.update(path, content)
        for name in WORDS:
            answers = [Answers(overlay[path], path).answer(defines(name)) for path in files]
            found = {number for number, answer in enumerate(answers) if answer}
            assert found <= texts.index(files).defining(name.encode())
            assert bool(texts.having(defines(name), files)) == bool(found)


def test_only_who_may_define_a_function_is_asked():
    texts = [b"def run(self):\n    pass\n", b"run()\n", b"async def run_all(): pass\n"]
    assert Index(texts).defining(b"run") == {0}
    assert Index(texts).defining("größe".encode()) == set()
    assert Index(["def größe(): pass".encode()]).defining("größe".encode()) == {0}


def test_names_that_a_file_had_on_the_disk_are_forgotten(tmp_path):
    path = tmp_path / "one.py"
    path.write_bytes(b"old_name = 1\n")
    texts = Lasting([str(path)])
    texts.index([str(path)])
    texts.forget(str(path))  # As when there is too much text to keep.
    path.write_bytes(b"new_name = 1\n")
    texts.update(str(path), None)
    index = texts.index([str(path)])
    assert (list(index.holding(b"old_name")), list(index.holding(b"new_name"))) == ([], [0])


@given(content=TEXTS, names=st.lists(st.sampled_from(WORDS[:8]), min_size=1, unique=True))
def test_whole_names_are_found_where_the_pattern_finds_them(content, names):
    found = screen.naming(content, [name.encode() for name in names])
    expected = [match.span() for match in screen.mentions(tuple(names)).finditer(content)]
    assert found == expected


@given(content=TEXTS)
def test_what_begins_with_a_word_is_found_from_the_word_on(content):
    pattern = re.compile(rb"(?:run_id|thread_id)\s*[,)=]")
    found = screen.starting(content, [b"run_id", b"thread_id"], pattern)
    assert found == [match.start() for match in pattern.finditer(content)]

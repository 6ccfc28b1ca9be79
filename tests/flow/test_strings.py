"""Texts that keep a run id whole, begin with it, or hide it."""

from __future__ import annotations

import pytest

from tests.flow.support import assert_as_marked

WHOLE = {
    "blanks around it": 'f"  {run_id} "',
    "a percent sign behind it": '"%s%%" % run_id',
    "the second of two fields": '"%s%s" % ("", run_id)',
    "a named field": '"%(run)s" % {"run": run_id}',
    "a template": 'Template("$run").substitute(run=run_id)',
    "a template with braces": 'Template("${run}").safe_substitute({"run": run_id})',
    "a template from a mapping and a keyword": (
        'Template("$run").substitute({"run": "no"}, run=run_id)'
    ),
    "other dashes": 'run_id.replace("-", ".")',
    "the last of what is split off": '("job " + run_id).rsplit(maxsplit=1)[-1]',
    "partition": 'f"job:{run_id}".partition(":")[2]',
    "before a separator": 'f"{run_id}/log".split("/")[0]',
    "before a separator that a method finds": 'joined(run_id).split("/")[0]',
    "a limited split": 'f"{run_id}/a/b".split("/", 1)[0]',
    "a limited split from the right": 'f"{run_id}/a/b".rsplit("/", 1)[0]',
    "joined again": '"/".join([run_id, "log"])',
    "joined parts": '"".join(part for part in [run_id])',
    "format of an attribute": '"{job.run}".format(job=Job(run_id))',
    "format of an item": '"{0[0]}".format([run_id])',
    "format of spread names": '"{run}".format(**{"run": run_id})',
    "format of spread values": '"{}".format(*[run_id])',
    "format to the left": '"{:<60}".format(run_id)',
    "format to the right, with blanks before it": '"{:>60}".format(run_id)',
    "a formatted string to the right": 'f"{run_id:>60}"',
    "a formatted string of given width": 'f"{run_id:<{width}}"',
    "a method of the class": "str.lower(run_id)",
    "behind a dash": 'f"job-{run_id}".split("-", 1)[1]',
    "behind a dash, by partition": '("job-" + run_id).partition("-")[2]',
    "before a dash": 'f"{run_id}-log".rpartition("-")[0]',
    "joined by what is unknown": "sep().join([run_id])",
    "an unpacked partition": '(lambda a, b, c: c)(*f"job:{run_id}".partition(":"))',
    "a whole list of parts": '[p for p in f"{run_id} {run_id}".split()][0]',
    "added in a default": 'f"{run_id}/x".rsplit("/", maxsplit=1)[0]',
    "a list of parts that grows": 'grown(f"{run_id}/b".split("/"), flag)[0]',
    "a list of parts, any of them": '[p for p in grown(f"{run_id} b".split(), flag)][0]',
    "a template's name from spread names": 'Template("$run").substitute(**{"run": run_id})',
    "joined by nothing that is known": "sep().join((run_id,))",
    "given on by spread arguments": 'whole(*[f"{run_id}/log"])',
    "a part of a text in many parts": 'f"{run_id}/{1}{2}{3}{4}{5}{6}".split("/")[0]',
    "repeated addition": '"" + run_id + "-" + "1"',
}
HIDDEN = {
    "a replaced prefix": 'run_id.replace("run_", "job_")',
    "a replaced beginning": 'run_id.replace("r", "")',
    "repr": '"%r" % run_id',
    "a text before it": '"job %s" % run_id',
    "format to the right, with stars before it": '"{:*>60}".format(run_id)',
    "a formatted string in the middle": 'f"{run_id:-^60}"',
    "a limit that is not known": 'f"job/{run_id}".split("/", int(run_id[-1]) * 0)[0]',
    "the rest of a split of what is unknown": 'joined(run_id).split("/")[1]',
    "a part of the id": '(run_id + "").split("-")[-1]',
    "no text at all": '" ".join([]) + "" + "  "',
    "another part of a template": 'Template("${owner}").substitute({"run": run_id, "owner": "a"})',
    "a repeated text": '("a" * 3).split("b")[0]',
    "format of repr": '"{!r}".format(run_id)',
    "the other side of a partition": 'f"job:{run_id}".partition(":")[0]',
    "the separator of a partition": 'f"job:{run_id}".partition(":")[1]',
    "a part of its own text": 'run_id.split("_")[1]',
    "a digest": "hashlib.sha1(run_id.encode()).hexdigest()",
    "its length": "str(len(run_id))",
    "a template's other text": 'Template("job $run").substitute(run=run_id)',
    "the second part of a split": 'f"{run_id}/log".split("/")[1]',
    "the rest of a limited split": 'f"job/{run_id}/b".split("/", 1)[0]',
    "a blank template": "Template(str(flag)).substitute(run=run_id)",
    "a named field that is missing": '"{a}".format_map({"a": "b", "run": run_id})',
    "an empty text": 'f"{run_id[:0]}" or "a"',
    "a separator that is not known": 'f"a/{run_id}".split(sep() or "/")[0]',
    "a part of another product": '(run_id * 0 + "a/b").split("/")[0]',
    "a number": '"%d" % len(run_id)',
}
PROGRAM = """
    import hashlib
    from string import Template


    class Job:
        def __init__(self, run):
            self.run = run


    def joined(name):
        return f"{{name}}/log"


    def sep():
        return ""


    def grown(parts, flag):
        if flag:
            parts.append("x")
        return parts


    def whole(text):
        return text.split("/")[0]


    async def main(manager, run_id, count, flag):
        width = count
        await manager.send_to_user({text}, {{}}){mark}
"""


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_still_a_run_id(text, tmp_path):
    assert_as_marked(tmp_path, PROGRAM.format(text=text, mark="  # wrong"))


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_no_run_id(text, tmp_path):
    assert_as_marked(tmp_path, PROGRAM.format(text=text, mark=""))

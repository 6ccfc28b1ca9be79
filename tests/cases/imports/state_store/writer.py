from store import RunState, save


def begin(job, owner):
    save(RunState(job, owner=owner))

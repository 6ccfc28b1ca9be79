from functools import reduce


def source(job):
    for n in range(3):
        yield {"job": job, "n": n, "kind": "step" if n else "start"}


def enrich(updates, **extra):
    yield from ({**update, **extra} for update in updates)


def addressed_to(key, updates):
    for update in updates:
        yield dict(update, to=update[key])


def only(kind):
    def stage(updates):
        return (update for update in updates if update["kind"] == kind)

    return stage


def compose(*stages):
    def run(updates):
        return reduce(lambda stream, stage: stage(stream), stages, updates)

    return run

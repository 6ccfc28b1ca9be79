def strict(job, owner):
    return owner or "operator"


def lenient(job, owner):
    return owner or job

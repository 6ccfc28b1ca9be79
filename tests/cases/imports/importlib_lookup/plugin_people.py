def resolve(job, owner):
    return owner or "operator"

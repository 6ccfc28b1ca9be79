def owner_of(run_id, user_id):
    return user_id


def reference_of(run_id, user_id):
    return run_id

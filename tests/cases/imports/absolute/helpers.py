def resolve_recipient(run_id, user_id):
    return user_id or run_id


def resolve_safely(run_id, user_id):
    return user_id or "anonymous"

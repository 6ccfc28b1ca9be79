def person(run_id, user_id):
    return user_id


def anything(run_id, user_id):
    for value in (user_id, run_id):
        if value:
            return value
    return ""

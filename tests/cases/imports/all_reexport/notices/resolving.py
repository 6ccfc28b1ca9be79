__all__ = ["resolve_owner", "resolve_target"]


def resolve_owner(run_id, user_id):
    return user_id or _default()


def resolve_target(run_id, user_id):
    return user_id or _fallback(run_id)


def _default():
    return "operator"


def _fallback(run_id):
    return run_id

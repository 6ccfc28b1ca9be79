from . import context as models


def make_context(params):
    return models.StepContext(**params)


def right_params(ids):
    return {"job": ids["run_id"], "audience": ids["user_id"]}


def wrong_params(ids):
    params = right_params(ids)
    params["audience"] = params["audience"] or params["job"]
    return params

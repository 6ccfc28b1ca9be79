ROUTES = {
    "started": {"handler": "on_status", "audience": "owner"},
    "failed": {"handler": "on_failure", "audience": "job"},
}
DEFAULT_ROUTE = {"handler": "on_status", "audience": "owner"}

from dataclasses import replace


def enrich(scope):
    return replace(scope, metadata={**scope.metadata, "execution": scope.execution})


def strip_users(scope):
    return replace(scope, audience=scope.execution)

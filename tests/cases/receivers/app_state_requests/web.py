class State:
    """Attributes that anybody may set."""


class App:
    def __init__(self):
        self.state = State()


class Request:
    def __init__(self, app, path_params, user):
        self.app = app
        self.path_params = path_params
        self.user = user

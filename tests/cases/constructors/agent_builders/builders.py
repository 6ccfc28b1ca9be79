from reporting import Reporter


class AgentBuilder:
    def __init__(self):
        self._options = {}

    def on(self, ws):
        self._options["ws"] = ws
        return self

    def about(self, subject):
        return self._set(subject=subject)

    def telling(self, audience):
        return self._set(audience=audience)

    def _set(self, **options):
        self._options.update(options)
        return self

    def build(self):
        return Reporter(**self._options)

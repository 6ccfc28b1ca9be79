"""Options with defaults are overlaid by what callers give."""

DEFAULTS = {"recipient": None, "retries": 3, "trace": False}
_UNSET = object()


class Options:
    def __init__(self, recipient=None, source=None, **rest):
        self.recipient = recipient
        self.source = source
        for name, value in rest.items():
            setattr(self, name, value)

    def merged(self, recipient=_UNSET, source=_UNSET):
        return Options(
            recipient=self.recipient if recipient is _UNSET else recipient,
            source=self.source if source is _UNSET else source,
        )


async def push(manager, options, text="", *, to=None):
    recipient = to if to is not None else options.recipient
    await manager.send_to_user(recipient, {"text": text, "source": options.source})


async def main(manager, run_id, user_id):
    options = Options(recipient=user_id, source=run_id, label=run_id)
    await push(manager, options)
    await push(manager, options, to="user_other")
    await push(manager, options, "x", to=options.source)
    await push(manager, options.merged(source=run_id))
    await push(manager, options.merged(recipient=run_id))
    settings = DEFAULTS | {"recipient": user_id, "source": run_id}
    await manager.send_to_user(settings["recipient"], {"n": 1})
    await manager.send_to_user(settings["source"], {"n": 2})
    copied = DEFAULTS.copy()
    copied["recipient"] = run_id
    await manager.send_to_user(copied["recipient"], {"n": 3})
    await manager.send_to_user(DEFAULTS["recipient"], {"n": 4})
    await manager.send_to_user(options.label, {"n": 5})

from supervisors import core as _core


class FancySupervisor(_core.SupervisorCore):
    def __init__(self, ws, theme="light", **ids):
        super().__init__(ws, **ids)
        self.theme = theme

    async def step(self, name, **options):
        options.setdefault("to", self.execution)
        await super().step(f"{self.theme}:{name}", **options)

    async def cleanup(self):
        await super().step("cleanup")

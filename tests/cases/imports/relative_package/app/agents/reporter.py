from ..ids import owner_of, reference_of
from .base import Base


class Reporter(Base):
    async def report(self, run_id, user_id):
        await self.emit(owner_of(run_id, user_id), {"n": 1})
        await self.emit(reference_of(run_id, user_id), {"n": 2})

"""Usage of models is counted by run and billed to people; alerts go out when limits are passed"""

from __future__ import annotations

from alerts import AlertRules, CostAlert
from billing import Biller
from ledger import Ledger
from usage import Usage, totals


async def main(manager, run_id, other_run_id, user_id, thread_id):
    ledger = Ledger()
    ledger.assign(run_id, user_id)
    ledger.assign(other_run_id, None)
    usages = [
        Usage(run_id, "small", 10),
        Usage(other_run_id, "large", 70),
        Usage(run_id, "large", 50),
    ]
    biller = Biller(ledger, manager)
    await biller.bill(usages)
    rules = AlertRules(limit=20, manager=manager)
    rules.on_alert(CostAlert.to_owner, ledger)
    await rules.check(totals(usages))
    await biller.top(usages)
    await biller.summary(thread_id, usages)

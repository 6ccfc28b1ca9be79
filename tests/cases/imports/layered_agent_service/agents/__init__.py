from agents.planner import PlannerAgent

__all__ = ["PlannerAgent"]

from .wire import push_raw as push

__all__ = ["push"]

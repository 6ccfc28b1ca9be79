from .delivery import *
from .resolving import *

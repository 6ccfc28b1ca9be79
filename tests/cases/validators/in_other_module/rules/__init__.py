from .recipients import check_recipient, is_person
from .texts import has_content

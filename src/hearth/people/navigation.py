"""People, and who may see them, in the navigation."""

from hearth.people import capabilities, record_pages
from hearth.web.navigation import register

register("Find a person", "find_person", capabilities.SEARCH, 15)
record_pages.register("Merge and undo", "merges", capabilities.MERGE, 80)
record_pages.register("Adoption", "separate_identities", capabilities.ADOPTION, 90)
register("Possible duplicates", "duplicates", capabilities.REVIEW_DUPLICATES, 85)
register("Cover", "cover", capabilities.SET_COVER, 80)
register("Access log", "access_log", capabilities.REVIEW, 90)

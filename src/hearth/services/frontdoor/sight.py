"""Which children of a contact a reader may see: asked once for each reading of a contact."""

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, ContactLine

_SEEN = "_children_seen"


def children_seen(reader: Reader, contact: Contact, capability: str = capabilities.VIEW) -> list[ContactLine]:
    """The children of a contact whom this reader may see, in their order, each with the person."""
    kept = vars(contact).get(_SEEN)
    held = reader.capabilities
    if kept is not None and kept[0] is reader and held.get(capability) == held.get(capabilities.VIEW):
        return list(kept[1])
    return list(limiting.limit(contact.lines.select_related("person__mother"), reader, capability))


def look(reader: Reader, contact: Contact) -> list[ContactLine]:
    """The same, kept on the contact for as long as one page holds it; every child's line is read with it."""
    may = limiting.may_see(ContactLine, reader, capabilities.VIEW)
    lines = list(contact.lines.select_related("person__mother").annotate(seen_here=may))
    everybody = contact.lines.all()
    everybody._result_cache, everybody._prefetch_done = lines, True  # type: ignore[attr-defined, assignment]
    vars(contact).setdefault("_prefetched_objects_cache", {})["lines"] = everybody
    found = [line for line in lines if line.seen_here]
    vars(contact)[_SEEN] = (reader, found)
    return list(found)

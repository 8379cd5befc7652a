"""An authority's pack: who it is, how its office runs, its roles and settings, all as validated data."""

from hearth.foundation.packs.loading import active, load, names, register_section, set_active
from hearth.foundation.packs.model import Pack, Role, Section, Setting, Source, Strict, Team
from hearth.foundation.packs.reading import Document, PackError, read_document, read_documents

__all__ = [
    "Document",
    "Pack",
    "PackError",
    "Role",
    "Section",
    "Setting",
    "Source",
    "Strict",
    "Team",
    "active",
    "load",
    "names",
    "read_document",
    "read_documents",
    "register_section",
    "set_active",
]

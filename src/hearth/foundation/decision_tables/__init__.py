"""Explained classifications as a pack's data: which result, by which rows, on which facts, in words."""

from hearth.foundation.decision_tables.evaluating import Evaluation, Matched, evaluate
from hearth.foundation.decision_tables.language import Cell, Input, Row, Table
from hearth.foundation.decision_tables.loading import decision_tables

__all__ = ["Cell", "Evaluation", "Input", "Matched", "Row", "Table", "decision_tables", "evaluate"]

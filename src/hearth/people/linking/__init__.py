"""Splink beside our own weighing: the same levels in SQL, weights learnt from the authority's records, pairs over the whole base.

Splink and DuckDB are an extra (requirements/matching.txt), imported only by `splink()`.
"""

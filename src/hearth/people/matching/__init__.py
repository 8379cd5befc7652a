""" "Is this child known?" Finding, weighing and explaining matches, at a million people, on PostgreSQL alone.

A name is cut into tokens; each token of what was typed is widened in a small table of the distinct tokens; the widened
tokens find people in a narrow table of integers; only those people are weighed, field by field, with learnt weights.
"""

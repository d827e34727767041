"""Roles."""
from __future__ import annotations
def find_roles(page, casts):
    return {}

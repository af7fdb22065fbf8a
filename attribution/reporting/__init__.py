"""Reporting: results as records, rows, tables and files; nothing is counted here."""

"""Migrations of the ledger's tables, run when a ledger is opened."""

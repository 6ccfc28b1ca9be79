"""Repairs: thread-first sends, fallbacks without run ids, and edits that are applied safely."""

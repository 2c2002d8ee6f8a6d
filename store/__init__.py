"""The tables and the queries on them; the truth that everything else is filled from."""

"""`make bench`: every table, one after the other."""

from benchmarks import announce_speed, bot_speed, groups, ingest_speed, my_speed
from benchmarks.tables import show

show("Papers in, next to bare encoding", ingest_speed.measure())
for title, rows in bot_speed.measure().items():
    show(title, rows)
show("/my in a congress, next to /help", my_speed.measure())
for title, rows in announce_speed.measure().items():
    show(title, rows)
groups.show()

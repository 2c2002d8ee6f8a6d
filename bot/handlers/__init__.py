"""One file per thing people do: read the update, call one service, render, reply."""

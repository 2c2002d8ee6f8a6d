"""One file per thing done; the only room where knowledge, meeting and store meet."""

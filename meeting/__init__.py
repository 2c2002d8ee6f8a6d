"""The meeting's own rules: time, agenda, people, notices; pure, without input or output."""

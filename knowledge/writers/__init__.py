"""Writers turn a question and its passages into claims, each with its source."""

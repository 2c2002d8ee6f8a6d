"""Papers that stay current: a file in the chat, the shelf of its versions, what is new in it."""

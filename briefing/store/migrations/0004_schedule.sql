-- When a feed says that it is asked; kept, for an answer that nothing changed says nothing of it.

ALTER TABLE feeds ADD COLUMN schedule TEXT NOT NULL DEFAULT '';

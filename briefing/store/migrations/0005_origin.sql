-- The address that a feed which has moved had at first: it is part of the ids of its articles.

ALTER TABLE feeds ADD COLUMN origin TEXT;

-- Full texts that were taken from the pages of articles.

ALTER TABLE feeds ADD COLUMN full_text INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN is_from_page INTEGER NOT NULL DEFAULT 0;

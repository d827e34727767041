-- When the source itself last changed an article's words.

ALTER TABLE articles ADD COLUMN updated INTEGER;
UPDATE articles SET updated = arrived
WHERE NOT is_from_page AND EXISTS (
    SELECT 1 FROM articles AS older
    WHERE older.id = articles.replaces AND older.is_teaser = articles.is_teaser
    AND NOT older.is_from_page
);

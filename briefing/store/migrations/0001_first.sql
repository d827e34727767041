-- Moments are microseconds since 1970 in UTC; days are ISO text; flags are 0 or 1.

CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE feeds (
    number INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    site TEXT,
    tags TEXT NOT NULL,            -- JSON
    etag TEXT,
    last_modified TEXT,
    checked INTEGER,
    succeeded INTEGER,
    error TEXT,
    failures INTEGER NOT NULL,
    next_try INTEGER,
    retired INTEGER NOT NULL
);

-- Everything the headline list shows stands in the row; `tally` keeps it true.
CREATE TABLE stories (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    lead TEXT NOT NULL DEFAULT '',         -- id of the article whose title it bears
    newest INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    is_saved INTEGER NOT NULL DEFAULT 0,
    rank REAL NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,    -- counts changes of its members and their readings
    told INTEGER                           -- the `changed` its digest was made at
);
CREATE INDEX stories_by_rank ON stories (rank DESC, newest DESC, id);

CREATE TABLE digests (
    story INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    findings TEXT NOT NULL                 -- JSON, see codec.py
);

-- Numbers are never given twice: the search index relies on it.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    base TEXT NOT NULL,                    -- the id that all versions of it came under
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    feed TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT,
    published INTEGER,
    dated TEXT,
    has_time INTEGER NOT NULL,
    arrived INTEGER,
    authors TEXT NOT NULL,                 -- JSON
    language TEXT NOT NULL,
    title_is_made INTEGER NOT NULL,
    is_teaser INTEGER NOT NULL,
    replaces TEXT,
    moment INTEGER NOT NULL,               -- published, else arrived
    whole_day TEXT,                        -- `dated` when the hour is not known
    story INTEGER REFERENCES stories ON DELETE SET NULL,
    is_current INTEGER NOT NULL DEFAULT 1, -- 0: a newer version stands in its place
    is_read INTEGER NOT NULL DEFAULT 0,
    is_saved INTEGER NOT NULL DEFAULT 0,
    reading INTEGER                        -- version of the rules that read it
);
CREATE INDEX articles_by_base ON articles (base);
CREATE INDEX articles_by_feed ON articles (feed);
CREATE INDEX articles_by_story ON articles (story, moment);
CREATE INDEX articles_by_moment ON articles (moment DESC, number DESC) WHERE is_current;
CREATE INDEX articles_by_day ON articles (whole_day) WHERE is_current AND whole_day IS NOT NULL;
CREATE INDEX articles_unread ON articles (moment) WHERE is_current AND NOT is_read;

-- The texts stand apart, so that lists never walk over them.
CREATE TABLE texts (
    number INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE readings (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    findings TEXT NOT NULL                 -- JSON, see codec.py; the rows below only find it
);

CREATE TABLE actors (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    salience REAL NOT NULL
);
CREATE INDEX actors_by_article ON actors (article);
CREATE INDEX actors_by_name ON actors (folded, name);

CREATE TABLE quotes (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    folded TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX quotes_by_article ON quotes (article);
CREATE INDEX quotes_by_speaker ON quotes (folded);

CREATE TABLE talks (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,                     -- folded names, each between line ends
    first TEXT,
    last TEXT,
    status TEXT NOT NULL
);
CREATE INDEX talks_by_article ON talks (article);
CREATE INDEX talks_by_day ON talks (last);

-- Articles are indexed when somebody searches, up to the mark, for indexing costs more than storing.
CREATE TABLE search_mark (upto INTEGER NOT NULL);
INSERT INTO search_mark VALUES (0);
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'texts', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER texts_gone AFTER DELETE ON texts
WHEN old.number <= (SELECT upto FROM search_mark) BEGIN
    INSERT INTO article_words (article_words, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;

CREATE VIRTUAL TABLE actor_words USING fts5 (
    name, aliases, content = 'actors', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER actors_come AFTER INSERT ON actors BEGIN
    INSERT INTO actor_words (rowid, name, aliases) VALUES (new.number, new.name, new.aliases);
END;
CREATE TRIGGER actors_gone AFTER DELETE ON actors BEGIN
    INSERT INTO actor_words (actor_words, rowid, name, aliases)
    VALUES ('delete', old.number, old.name, old.aliases);
END;

CREATE VIRTUAL TABLE quote_words USING fts5 (
    words, speaker, content = 'quotes', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER quotes_come AFTER INSERT ON quotes BEGIN
    INSERT INTO quote_words (rowid, words, speaker) VALUES (new.number, new.words, new.speaker);
END;
CREATE TRIGGER quotes_gone AFTER DELETE ON quotes BEGIN
    INSERT INTO quote_words (quote_words, rowid, words, speaker)
    VALUES ('delete', old.number, old.words, old.speaker);
END;

CREATE VIRTUAL TABLE talk_words USING fts5 (
    what, content = 'talks', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER talks_come AFTER INSERT ON talks BEGIN
    INSERT INTO talk_words (rowid, what) VALUES (new.number, new.what);
END;
CREATE TRIGGER talks_gone AFTER DELETE ON talks BEGIN
    INSERT INTO talk_words (talk_words, rowid, what) VALUES ('delete', old.number, old.what);
END;

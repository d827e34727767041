"""The article screen: the articles of a story beside the full text of one, a sentence lit in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from briefing.errors import BriefingError
from briefing.model import Article, Reading, Span, Trouble
from briefing.text import counted, one_line, updated_words
from briefing.tui.bars import TopBar, title_bits
from briefing.tui.bindings import bindings_of
from briefing.tui.cells import fit, pad
from briefing.tui.commands import ARTICLE
from briefing.tui.place import Place
from briefing.tui.prose import Mark, Prose
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import age, article_date, source_name


class ArticleList(Rows[Article]):
    """The articles of a story: source, age, and the title under it."""

    row_height = 2
    keeps_cursor = True
    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)

    def key(self, item: Article) -> str:
        """The article's id."""
        return item.id

    def lines(self, item: Article, width: int) -> Sequence[Line]:
        """Source and age, then the title."""
        moment = age(item.moment, self.now) if item.moment else "—"
        return (
            ((pad(source_name(item), width - 5), "accent"), (f" {moment:>4}", "muted")),
            (("  " + fit(item.title, width - 2), ""),),
        )


class ArticleScreen(Place):
    """One story's articles, opened at one of them."""

    place = ARTICLE
    BINDINGS = bindings_of(ARTICLE, everywhere=True)

    def __init__(
        self, articles: Sequence[Article], first: str, lit: Span | None = None, story: str = ""
    ) -> None:
        super().__init__()
        self.articles = tuple(articles)
        self.first = first
        self.lit = lit
        self.story = story
        self.matches: tuple[Span, ...] = ()  # what a search found; n and N go through them
        self._unread: set[str] = set()

    def compose(self) -> ComposeResult:
        """The list only where there is more than one article."""
        yield TopBar()
        with Horizontal(id="article-parts"):
            yield ArticleList(id="articles")
            yield Prose(id="prose")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Open the first article; the text has the keys."""
        rows = self.query_one(ArticleList)
        rows.now = self.desk.now()
        rows.border_title = counted(len(self.articles), "article")
        rows.display = len(self.articles) > 1
        rows.show(self.articles)
        rows.find(self.first)
        self.query_one(Prose).focus()

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self.query_one(ArticleList).current

    @on(Rows.Highlighted)
    def _another(self) -> None:
        if self.article is not None:
            self._show(self.article)

    @on(Rows.Chosen)
    def _opened(self) -> None:
        self.query_one(Prose).focus()

    def _show(self, article: Article) -> None:
        number = self.articles.index(article) + 1
        place = f"{number} of {len(self.articles)}" if len(self.articles) > 1 else ""
        if self.lit in self.matches:
            place = f"match {self.matches.index(self.lit) + 1} of {len(self.matches)}"
        bar = self.query_one(TopBar)
        bar.left = title_bits(source_name(article), place)
        lit = self.lit if self.lit and self.lit.article == article.id else None
        self.query_one(Prose).show(article, _about(article, self.desk.now()), lit)
        self._mark_up(article, lit)

    @work(exclusive=True, group="marks", exit_on_error=False)
    async def _mark_up(self, article: Article, lit: Span | None) -> None:
        reading = await self.ask(lambda: self.desk.reading(article.id))
        here = [span for span in self.matches if span.article == article.id]
        self.query_one(Prose).mark(marks_of(reading, lit, here))
        if article.id not in self._unread:
            await self.ask(lambda: self.desk.mark_articles((article.id,), True))

    # ---- what one can do

    def action_open(self) -> None:
        """From the list to the text."""
        self.query_one(Prose).focus()

    def action_turn(self, step: int) -> None:
        """To the next or previous article, or match while one reads what a search found."""
        if self.matches:
            self._to_match(step)
            return
        rows = self.query_one(ArticleList)
        if 0 <= rows.cursor + step < len(self.articles):
            rows.go(rows.cursor + step)
        else:
            self.hint("That was the last one." if step > 0 else "That was the first one.")

    def _to_match(self, step: int) -> None:
        if self.lit in self.matches:
            at = (self.matches.index(self.lit) + step) % len(self.matches)
        else:
            at = 0 if step > 0 else len(self.matches) - 1
        self.lit = self.matches[at]
        rows = self.query_one(ArticleList)
        before = self.article
        rows.find(self.lit.article)
        if self.article is not None and self.article is before:
            self._show(self.article)

    def action_pane_by(self, _step: int) -> None:
        """Between the list and the text."""
        rows, prose = self.query_one(ArticleList), self.query_one(Prose)
        (rows if self.focused is prose and rows.display else prose).focus()

    def action_zen(self) -> None:
        """Only the text, and back."""
        rows = self.query_one(ArticleList)
        rows.display = not rows.display and len(self.articles) > 1
        self.query_one(Prose).focus()

    def action_evidence(self) -> None:
        """Back to the lit sentence."""
        if self.lit is None or self.article is None or self.lit.article != self.article.id:
            self.hint("No sentence is lit here. v on a quote, a talk or an actor lights theirs.")
            return
        self.query_one(Prose).to_lit()

    def action_full_text(self) -> None:
        """The text of the article's page in place of the teaser."""
        article = self.article
        if article is None or not article.is_teaser:
            self.hint("This is the full text already.")
            return
        self.hint("Fetching the page.")
        self._fetch(article)

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self, article: Article) -> None:
        try:
            fetched = await self.desk.fetch_full_text(article.id)
        except (BriefingError, OSError) as error:
            self.complain(error)
            return
        if isinstance(fetched, Trouble):
            self.notify(one_line(fetched.what), severity="warning", markup=False, timeout=8)
            return
        self.articles = tuple(fetched if one.id == article.id else one for one in self.articles)
        rows = self.query_one(ArticleList)
        rows.show(self.articles)
        rows.find(fetched.id)
        if self.article is fetched:
            self._show(fetched)
        self.say(f"Fetched the full text of “{one_line(fetched.title, 50)}”.")

    def action_browser(self) -> None:
        """This article in the browser."""
        if self.article is not None:
            self.open_in_browser((self.article,))

    def action_browser_all(self) -> None:
        """All of them in the browser."""
        self.open_in_browser(self.articles)

    def action_copy_link(self) -> None:
        """The link on the clipboard."""
        self.copy_link(self.article)

    def action_read(self) -> None:
        """Mark this article unread, or read again."""
        if self.article is not None:
            self._toggle_read(self.article.id)

    def action_tag(self) -> None:
        """Tag the source of this article."""
        if self.article is not None:
            self.tag_source(self.article.feed)

    def action_undo(self) -> None:
        """The same as marking once more."""
        self.action_read()

    @work(group="mark", exit_on_error=False)
    async def _toggle_read(self, article: str) -> None:
        is_read = article in self._unread
        self._unread.symmetric_difference_update({article})
        await self.ask(lambda: self.desk.mark_articles((article,), is_read))
        self.say("Marked read." if is_read else "Marked unread.")

    def action_save(self) -> None:
        """A star for the story."""
        self._save()

    @work(group="mark", exit_on_error=False)
    async def _save(self) -> None:
        if not self.story:
            self.hint("Save a story from the list of stories.")
            return
        headlines = await self.ask(self.desk.headlines)
        is_saved = any(one.id == self.story and one.is_saved for one in headlines or ())
        await self.ask(lambda: self.desk.save(self.story, not is_saved))
        self.say("Star taken off." if is_saved else "Saved with a star.")


def _about(article: Article, now: datetime) -> tuple[str, ...]:
    by = ", ".join(one_line(name) for name in article.authors)
    updated = updated_words(article.updated, now)
    parts = (source_name(article), article_date(article, now), updated, by)
    first = " · ".join(filter(None, parts))
    notes = [first]
    if article.url:
        notes.append(one_line(article.url))
    if article.is_teaser:
        notes.append("Only a teaser. F fetches the full text, o opens the page.")
    if article.title_is_made:
        notes.append("The source gave no title; these are the article's own words.")
    return tuple(notes)


def marks_of(
    reading: Reading | None, lit: Span | None, matches: Sequence[Span] = ()
) -> tuple[Mark, ...]:
    """What to set apart in the text: names, quotes, finds, and above all the lit stretch."""
    marks: list[Mark] = []
    if reading is not None:
        for actor in reading.actors:
            marks += [Mark(span.start, span.end, "strong") for span in actor.mentions]
        marks += [Mark(quote.at.start, quote.at.end, "primary") for quote in reading.quotes]
    marks += [Mark(span.start, span.end, "warning") for span in matches]
    if lit is not None:
        marks.append(Mark(lit.start, lit.end, "lit"))
    return tuple(marks)

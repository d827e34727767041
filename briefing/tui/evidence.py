"""The evidence window: the verbatim sentence behind a row, lit in its paragraph, and its source."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from briefing.model import Article, Span
from briefing.text import clean, one_line, updated_words
from briefing.tui import views
from briefing.tui.dialogs import Window
from briefing.tui.targets import Sight
from briefing.tui.wording import article_date, source_name

MOST_AROUND = 1500  # letters of a paragraph before and after the sentence
LIT = "$block-cursor-foreground on $block-cursor-background"


class EvidenceWindow(Window[None]):
    """One of the places behind a row; n and N go to the others."""

    BINDINGS = [  # noqa: RUF012
        Binding("escape,q,v,backspace", "dismiss_window", show=False),
        Binding("n,right,l", "turn(1)", show=False),
        Binding("N,p,left,h", "turn(-1)", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("enter", "open", show=False),
        Binding("o", "browser", show=False),
    ]

    def __init__(self, sights: Sequence[Sight]) -> None:
        super().__init__()
        self.sights = tuple(sights)
        self.index = 0
        self.article: Article | None = None
        self.lit: Span | None = None

    def compose(self) -> ComposeResult:
        """Title, place, paragraph, keys."""
        with Vertical(id="evidence", classes="window"):
            yield Static(id="evidence-title")
            yield Static(id="evidence-place")
            with VerticalScroll(id="evidence-text", can_focus=False):
                yield Static(id="evidence-words")
            yield Static(id="evidence-keys")

    def on_mount(self) -> None:
        """Look the first one up."""
        self.query_one("#evidence").border_title = "Source"
        self._look_up()

    @work(exclusive=True, group="evidence", exit_on_error=False)
    async def _look_up(self) -> None:
        sight = self.sights[self.index]
        article = await self.ask(lambda: self.desk.article(sight.lit.article))
        lit: Span | None = sight.lit
        if sight.is_mention:
            lit = await self.ask(lambda: views.sentence_around(self.desk, sight.lit))
        if article is None or lit is None:
            self.dismiss()
            return
        self.article, self.lit = article, lit
        self._show(article, lit, sight.words)

    def _show(self, article: Article, lit: Span, words: Span | None) -> None:
        self.query_one("#evidence-title", Static).update(Content(one_line(article.title)))
        now = self.desk.now()
        updated = updated_words(article.updated, now)
        parts = (source_name(article), article_date(article, now), updated)
        place = " · ".join(filter(None, parts))
        self.query_one("#evidence-place", Static).update(Content(place))
        style = "reverse" if self.app.no_color else LIT
        self.query_one("#evidence-words", Static).update(paragraph(article.text, lit, words, style))
        more = f"   n N {self.index + 1} of {len(self.sights)}" if len(self.sights) > 1 else ""
        keys = f"⏎ open the article   o browser   esc close{more}"
        self.query_one("#evidence-keys", Static).update(Content(keys))

    def action_turn(self, step: int) -> None:
        """The next or previous place."""
        self.index = (self.index + step) % len(self.sights)
        self._look_up()

    def action_scroll(self, step: int) -> None:
        """A long paragraph scrolls."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_open(self) -> None:
        """The whole article at that sentence."""
        from briefing.tui.article import ArticleScreen

        if self.article is not None:
            screen = ArticleScreen((self.article,), self.article.id, self.lit)
            self.dismiss()
            self.app.push_screen(screen)

    def action_browser(self) -> None:
        """The article's page."""
        if self.article is not None:
            self.host.dashboard.open_in_browser((self.article,))


def paragraph(text: str, lit: Span, words: Span | None, style: str = LIT) -> Content:
    """The paragraph around a sentence, the sentence lit, the row's own words underlined."""
    start = max(text.rfind("\n", 0, lit.start) + 1, lit.start - MOST_AROUND)
    end = text.find("\n", lit.end)
    end = min(len(text) if end < 0 else end, lit.end + MOST_AROUND)
    content = Content(clean(text[start:end]).replace("\t", " ")).stylize(
        style, lit.start - start, lit.end - start
    )
    if words is not None and words != lit and lit.holds(words):
        content = content.stylize("bold underline", words.start - start, words.end - start)
    return content

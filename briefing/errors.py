"""What the caller did wrong, as exceptions; each message tells the user what to do next.

    BriefingError            base of all; `exit_code` is what the command line ends with
    ├── UsageError           words that cannot be meant (exit 2)
    │   ├── UnknownFormat    no such exporter
    │   ├── UnknownTheme     no such palette
    │   └── NotFound         no such story, article or feed
    ├── SettingsError        the settings file is wrong
    ├── StoreError           the store cannot be opened or written
    ├── SourceError          a feed, file or folder cannot be taken in
    │   └── SeveralFeeds     a page offers several feeds, to be chosen from
    ├── WorkersError         the processes of the heavy work cannot be started
    └── ExportError          the brief cannot be written there

What the *world* does wrong (a dead feed, a broken article) is a `model.Trouble` instead.
"""

from __future__ import annotations

from collections.abc import Iterable


class BriefingError(Exception):
    """Base of every error whose message is meant for the user."""

    exit_code = 1


class UsageError(BriefingError):
    """The words of the call cannot be meant."""

    exit_code = 2


class UnknownFormat(UsageError):
    """No exporter has that name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"No exporter called {name!r}. Try: {', '.join(sorted(known))}.")


class UnknownTheme(UsageError):
    """No palette has that name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"No theme called {name!r}. Try: {', '.join(sorted(known))}.")


class NotFound(UsageError):
    """Nothing in the store has that name."""

    def __init__(self, noun: str, name: str, hint: str) -> None:
        super().__init__(f"No {noun} {name!r} here. {hint}")


class SettingsError(BriefingError):
    """The settings file cannot be read or says something that has no meaning."""


class StoreError(BriefingError):
    """The store cannot be opened, read or written."""


class SourceError(BriefingError):
    """A feed, file or folder cannot be taken in."""


class SeveralFeeds(SourceError):
    """A page offers several feeds; `choices` are their addresses."""

    def __init__(self, place: str, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)
        listed = "".join(f"\n  {choice}" for choice in self.choices[:20])
        super().__init__(
            f"{place} offers {len(self.choices)} feeds. Add the one you want"
            f" (`briefing feed add URL`):{listed}"
        )


class WorkersError(BriefingError):
    """The processes that the heavy work runs in cannot be started or all end at once."""


class ExportError(BriefingError):
    """The brief cannot be written to that place."""

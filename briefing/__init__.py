"""briefing: a terminal news briefing whose every line is verbatim from a source."""

__version__ = "0.1.0"

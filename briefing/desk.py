"""The desk: the one thing that the screen and the verbs both hold, and the only place that knows every stage.

Questions (`stories`, `story`, `entries`, …) read the store and answer at once with values of `model`;
they may be called from any thread. Work (`refresh`, `brief_of`) is asynchronous: the heavy part runs in
`Workers`, and leaving it at any moment loses nothing that is stored.
"""

from __future__ import annotations

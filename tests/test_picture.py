"""The README's picture: the real dashboard over the sample articles as the real reader read them."""

from briefing.tui.app import BriefingApp
from tests.tui.desks import settled


def test_the_dashboard_on_the_sample_articles(seeded, snap_compare):
    desk, _ = seeded

    assert snap_compare(BriefingApp(desk), terminal_size=(140, 40), run_before=settled)

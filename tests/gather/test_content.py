"""What a worker hands back is what it read."""

import pickle

from briefing.gather.feeds import read_feed
from tests.builders import NOON
from tests.gather.test_fastfeed import an_rss


def test_a_content_that_travels_comes_out_as_it_went_in():
    feed = an_rss(
        "<item><title>Rain</title><pubDate>Fri, 20 Nov 2026 08:00:00 +0100</pubDate></item>"
        "<item><title>Snow</title><author>Ana Ruiz</author></item>"
    )
    content = read_feed(feed.encode(), "https://herald.example/feed", {}, NOON)

    assert len(content.articles) == 2
    assert pickle.loads(pickle.dumps(content)) == content

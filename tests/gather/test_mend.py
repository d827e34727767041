"""Mending makes XML of what nearly is, and changes nothing in what is."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gather.mend import MOST_NAME, MOST_TAG, doctype_of, mended, without_doctype


@pytest.mark.parametrize(
    ("document", "sound"),
    [
        ("<a>AT&T &amp; &lt;</a>", "<a>AT&amp;T &amp; &lt;</a>"),
        ("<a>&nbsp;&eacute;&unknown;</a>", "<a>&#160;&#233;&amp;unknown;</a>"),
        ("<a>&#55296;&#x110000;&#0;&#233;</a>", "<a>���&#233;</a>"),
        ("<a><![CDATA[AT&T &nbsp;]]>&b</a>", "<a><![CDATA[AT&T &nbsp;]]>&amp;b</a>"),
        ("<a><!-- & --></a>", "<a><!-- & --></a>"),
        ("<a>\x1b\x00</a>", "<a>��</a>"),
    ],
)
def test_references_are_those_that_a_parser_knows(document, sound):
    assert mended(document) == sound


def test_entities_of_the_document_are_put_in_where_they_are_a_few_words():
    doctype = (
        '<!DOCTYPE a [<!ENTITY own "x C:\\y"><!ENTITY blank "&#160;"><!ENTITY grown "&own;&own;">'
        '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    )

    document = mended("<a>&own;&blank;&grown;&file;</a>", doctype)

    assert document == "<a>x C:\\y\xa0&amp;grown;&amp;file;</a>"


def test_the_document_type_is_found_and_taken_off():
    doctype = '<!DOCTYPE a [<!ENTITY own "x">]>'

    assert doctype_of(f"  {doctype}<a/>") == doctype
    assert without_doctype(f"{doctype}<a/>") == "<a/>"


def test_endless_tags_and_names_are_cut():
    assert mended(f'<a x="{"y" * MOST_TAG}"/>') == "<a/>"
    assert len(mended(f"<author>{'a@' * MOST_NAME}</author>")) < MOST_NAME + 50


@given(st.text())
def test_text_becomes_sound_xml(words):
    escaped = words.replace("<", "").replace("]]>", "")

    ET.fromstring(f"<a>{mended(escaped)}</a>")

"""XML from strangers: no entities, no document types, nothing fetched."""

from __future__ import annotations

from lxml import etree

from taizhang.reading.errors import UnreadableDocument


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element. Raises `UnreadableDocument` for broken XML and for a document type."""
    if b"<!DOCTYPE" in data:
        raise with_entities(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"{name}: the file is damaged ({error}). Save it again.") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):  # as above, in an encoding of two bytes
        raise with_entities(name)
    return root


def with_entities(name: str) -> UnreadableDocument:
    """The error for a file that brings a document type along."""
    return UnreadableDocument(f"{name}: the file defines entities, which office files never do. It was not read.")


def local(element: etree._Element) -> str:
    """An element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""

"""One PDF of all letters -> a PDF for each, by the marks at their beginnings.

Word writes its bookmarks into the outline, LibreOffice into the named destinations, where it
spells ``_`` as ``5F``.
Source: ISO 32000-1, 12.3.2 (destinations), 12.3.3 (outline), 7.9.6 (name trees).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from xl_dialogue.messages import FILE_MISSING, PDF_DAMAGED, PDF_NOT_MARKED, DialogueError
from xl_dialogue.press.names import safe_names
from xl_dialogue.press.pdf.keeping import SOURCE, draft_of, into

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

_MARK = re.compile(r"letter(?:_|5F)(\d{5})")
"""The bookmark that ``onefile`` puts at the beginning of a letter, counted from 1."""


def split(
    pdf: Path,
    names: Sequence[str],
    folder: Path,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> list[Path]:
    """A PDF for each letter, called and titled by its name, in order.

    Errors: ``DialogueError`` when the PDF is missing or damaged, when its marks are not those of
    so many letters (nothing is written then), or when the folder takes no files.
    """
    import pikepdf

    try:
        with pikepdf.open(pdf) as whole:
            return _split(whole, pdf, names, folder, progress)
    except FileNotFoundError as error:
        raise DialogueError(FILE_MISSING, path=pdf) from error
    except pikepdf.PdfError as error:
        raise DialogueError(PDF_DAMAGED, path=pdf) from error


def _split(
    whole: Any,
    pdf: Path,
    names: Sequence[str],
    folder: Path,
    progress: Callable[[int, int], None],
) -> list[Path]:
    starts = _starts(whole)
    expected = list(range(1, len(names) + 1))
    pages = [starts[number] for number in sorted(starts)]
    if sorted(starts) != expected or pages[:1] != [0] or sorted(set(pages)) != pages:
        raise DialogueError(PDF_NOT_MARKED, path=pdf, found=len(starts), wanted=len(names))
    ranges = pairwise([*pages, len(whole.pages)])
    files: list[Path] = []
    with into(folder, files, len(names)):
        for name, title, (first, end) in zip(safe_names(names), names, ranges, strict=True):
            path = folder / f"{name}.pdf"
            with draft_of(path) as draft:
                _save(whole, range(first, end), title, draft)
            files.append(path)
            progress(len(files), len(names))
    return files


def _save(whole: Any, pages: Iterable[int], title: str, draft: Path) -> None:
    import pikepdf

    with pikepdf.new() as letter:
        letter.pages.extend(whole.pages[number] for number in pages)
        for page in letter.pages:
            if "/StructParents" in page.obj:  # places in the tree of tags, which stays behind
                del page.obj.StructParents
        letter.remove_unreferenced_resources()
        for key in whole.docinfo.keys() - {SOURCE}:
            letter.docinfo[key] = str(whole.docinfo[key])
        letter.docinfo["/Title"] = title
        letter.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        letter.save(draft, min_version=whole.pdf_version)


def _starts(whole: Any) -> dict[int, int]:
    """The letters' numbers and the pages where they begin, counted from 0."""
    places = {page.obj.objgen: place for place, page in enumerate(whole.pages)}
    found = {}
    for name, target in (*_named(whole), *_outlined(whole)):
        mark, page = _MARK.fullmatch(name), _page(target)
        if mark and page is not None and page.objgen in places:
            found[int(mark[1])] = places[page.objgen]
    return found


def _named(whole: Any) -> Iterator[tuple[str, Any]]:
    """Named destinations, of the old kind (a dictionary) and of the new (a tree)."""
    import pikepdf

    for name, target in whole.Root.get("/Dests", {}).items():
        yield name.removeprefix("/"), target
    tree = whole.Root.get("/Names", {}).get("/Dests")
    if tree is not None:
        yield from pikepdf.NameTree(tree).items()


def _outlined(whole: Any) -> Iterator[tuple[str, Any]]:
    with whole.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop()
            waiting.extend(item.children)
            target = item.destination
            if target is None and item.action is not None:
                target = item.action.get("/D")
            yield item.title, target


def _page(target: Any) -> Any:
    """The page that a destination leads to; None where it leads to none of this file."""
    import pikepdf

    if isinstance(target, pikepdf.Dictionary):
        target = target.get("/D")
    page = target[0] if isinstance(target, pikepdf.Array) and len(target) else None
    return page if isinstance(page, pikepdf.Dictionary) else None

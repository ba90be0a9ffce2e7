"""The charts of `Tổng quan`."""

from __future__ import annotations

import re

from xl_dialogue.opc import Package


def test_a_chart_holds_its_points_in_the_file(shipped: bytes) -> None:
    package = Package(shipped)
    charts = [package.read(n).decode() for n in package.names if n.startswith("xl/charts/chart")]
    assert len(charts) == 4
    for chart in charts:
        values = re.findall(r"<(?:c:)?numCache>.*?</(?:c:)?numCache>", chart, re.DOTALL)
        labels = re.findall(r"<(?:c:)?strCache>.*?</(?:c:)?strCache>", chart, re.DOTALL)
        assert values
        assert all(re.search(r">[1-9]\d*</(?:c:)?v>", each) for each in values)
        assert all(each.count("pt idx") >= 4 for each in labels)

"""What xlwings asks of every engine of ours: a name it is known by, and Python's plain values."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

import xlwings as xw

from xl_dialogue.engines.values import CellError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xl_dialogue.engines.values import Value

_PLAIN_TYPES = (str, bool, int, float, dt.date, dt.time, type(None))


class Engine:
    """One kind of program, or of file, that xlwings can work with."""

    name: str
    type = "desktop"

    @classmethod
    def registered(cls) -> Self:
        """The engine, made known to xlwings at the first call."""
        if cls.name not in xw.engines.engines_by_name:
            xw.engines.add(xw.Engine(impl=cls()))
        engine: Self = xw.engines[cls.name].impl
        return engine

    @staticmethod
    def prepare_xl_data_element(x: Any, _: object) -> object:
        """A value of NumPy or pandas as Python's own; what is missing becomes ``None``."""
        if isinstance(x, float) and x != x:
            return None
        if type(x) in (*_PLAIN_TYPES, dt.datetime, CellError):
            return x
        import pandas as pd

        if x is pd.NaT or pd.isna(x):
            return None
        if isinstance(x, pd.Timestamp):
            return x.to_pydatetime()
        return x.item() if hasattr(x, "item") else x

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Value]],
        datetime_builder: Callable[..., object],
        empty_as: object,
        number_builder: Callable[[float], object] | None,
        err_to_str: bool,
    ) -> list[list[object]]:
        """Values as the caller's options want them."""

        def clean(value: Value) -> object:
            if value is None or value == "":
                return empty_as
            if type(value) is float:
                return number_builder(value) if number_builder else value
            if isinstance(value, dt.datetime):
                return _built(value, datetime_builder)
            if type(value) is CellError:
                return str(value) if err_to_str else None
            return value

        return [
            [value if type(value) is str and value else clean(value) for value in row]
            for row in data
        ]


def _built(moment: dt.datetime, builder: Callable[..., object]) -> object:
    if builder is dt.datetime:
        return moment
    return builder(
        year=moment.year, month=moment.month, day=moment.day, hour=moment.hour,
        minute=moment.minute, second=moment.second, microsecond=moment.microsecond, tzinfo=None,
    )  # fmt: skip

"""The departments that lead most questions, and whether anybody is invited from each.

A delegate comes from a department when the unit, or what stands in it before the first or after
the last comma, is the department's code, name or other name, whatever the case. The rule
LEAD_NOT_INVITED sees a little more: through missing marks and punctuation, and between commas.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from xl_dialogue.office.sheets.conditions import INVITED, SINGLE, all_of, passing
from xl_dialogue.office.sheets.ledger import (
    RANK_ALONE,
    RANK_CODE,
    RANK_COUNT,
    RANK_INVITED,
    RANK_KEY,
    RANK_NAMES,
    RANK_ROW,
    SHOWN,
    STEP,
    TOP,
    Ledger,
    Ranked,
    cell_at,
    list_at,
)
from xl_dialogue.office.sheets.ranges import FIRST_ROW, Contents, cells, column_of, whole
from xl_dialogue.plan.plan import text
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import DELEGATES, DEPARTMENTS, QUESTIONS, SPLIT


def rank_leads(ledger: Ledger) -> None:
    """Rank the departments, the first in the catalogue before its equals."""
    ledger.ranking = sorted(_leads(ledger), key=lambda each: -each.questions)[:SHOWN]
    keys = [each.questions * STEP + STEP - each.row for each in ledger.ranking]
    ledger.live.put_column(list_at(RANK_KEY, SHOWN), _ranked(), keys)
    for n in range(SHOWN):
        _write(ledger, TOP + n, ledger.ranking[n] if n < len(ledger.ranking) else None)


# --- told to Excel --------------------------------------------------------------------------


def _ranked() -> str:
    """The keys: of equals the lower in the catalogue has the lesser one."""
    codes, leads = cells(DEPARTMENTS, "code"), cells(QUESTIONS, "lead")
    said, state = cells(QUESTIONS, "content"), cells(QUESTIONS, "status")
    merged = cells(QUESTIONS, "duplicate_of")
    led_by = f'COUNTIFS({leads},{codes},{said},"<>",{state},"<>{SPLIT}",{merged},"")'
    keys = f"IFERROR({led_by}*{STEP}+{STEP}-ROW({codes}),0)"
    led = f"IF(LEN(TRIM({codes}))>0,{keys},0)"
    return f'IFERROR(LARGE(IF({led}>={STEP},{led},""),ROW($1:${SHOWN})),"")'


def _write(ledger: Ledger, row: int, of: Ranked | None) -> None:
    """One department: its row, code, names, questions, delegates, and whether it is alone."""
    live, key, at = ledger.live, cell_at(RANK_KEY, row), cell_at(RANK_ROW, row)
    names, here = cell_at(RANK_NAMES, row), cell_at(RANK_INVITED, row)

    def where_ranked(formula: str, otherwise: str = '""') -> str:
        return f'IF({key}="",{otherwise},{formula})'

    live.put(at, where_ranked(f"{STEP}-MOD({key},{STEP})"), of.row if of else "")
    code = f'INDEX({whole(DEPARTMENTS, "code")},{at})&""'
    live.put(cell_at(RANK_CODE, row), where_ranked(code), of.code if of else "")
    live.put(names, where_ranked(_names(at)), of.names if of else "")
    count = f"INT({key}/{STEP})"
    live.put(cell_at(RANK_COUNT, row), where_ranked(count), of.questions if of else "")
    live.put_array(here, where_ranked(f"SUM({_present(names)})"), of.invited if of else "")
    is_block = f"COUNTIF({cells(DEPARTMENTS, 'block')},{cell_at(RANK_CODE, row)})"
    alone = where_ranked(f"({here}=0)*({is_block}=0)", "0")
    live.put(cell_at(RANK_ALONE, row), alone, int(of.is_alone) if of else 0)


def _names(at: str) -> str:
    """Code, name and other names of the row's department, each between semicolons."""
    columns = (whole(DEPARTMENTS, name) for name in ("code", "name", "aliases"))
    joined = '&";"&'.join(f"INDEX({column},{at})" for column in columns)
    return f'SUBSTITUTE(SUBSTITUTE(";"&{joined}&";","; ",";"),";;",";")'


def _present(names: str) -> str:
    """An array of 1 where an invited delegate comes from the department so named."""
    unit = cells(DELEGATES, "unit")
    ways = (
        f"TRIM({unit})",
        f'TRIM(LEFT({unit},FIND(",",{unit}&",")-1))',
        f'TRIM(RIGHT(SUBSTITUTE({unit},",",REPT(" ",200)),200))',
    )
    known = "+".join(f'ISNUMBER(SEARCH(";"&{way}&";",{names}))' for way in ways)
    return f"IFERROR({all_of(DELEGATES, *INVITED)}*(LEN({unit})>0)*(({known})>0),0)"


# --- told to Python -------------------------------------------------------------------------


def _leads(ledger: Ledger) -> Iterator[Ranked]:
    contents = ledger.contents
    asked = contents[QUESTIONS.name]
    leads = column_of(asked, QUESTIONS, "lead")
    led = Counter(
        text(leads[row - FIRST_ROW]) for row in passing(asked, QUESTIONS, SINGLE, ledger.day)
    )
    bodies = contents[DEPARTMENTS.name]
    blocks = set(map(text, column_of(bodies, DEPARTMENTS, "block")))
    units = [_ways(unit) for unit in _invited_units(ledger)]
    named = _spelt(contents)
    for row, cell in enumerate(column_of(bodies, DEPARTMENTS, "code"), start=FIRST_ROW):
        code, names = text(cell), named[row - FIRST_ROW]
        if code and led[code]:
            known = names.lower()
            invited = sum(any(f";{way};" in known for way in ways) for ways in units)
            yield Ranked(row, code, led[code], invited, names, not invited and code not in blocks)


def _spelt(contents: Contents) -> list[str]:
    rows = contents[DEPARTMENTS.name]
    columns = (column_of(rows, DEPARTMENTS, name) for name in ("code", "name", "aliases"))
    return [
        ";" + "".join(f"{part};" for cell in row for part in parts(text(cell)))
        for row in zip(*columns, strict=True)
    ]


def _invited_units(ledger: Ledger) -> Iterator[str]:
    rows = ledger.contents[DELEGATES.name]
    units = column_of(rows, DELEGATES, "unit")
    for row in passing(rows, DELEGATES, INVITED, ledger.day):
        yield text(units[row - FIRST_ROW]).lower()


def _ways(unit: str) -> set[str]:
    """What the unit may be called."""
    return {unit, unit.split(",")[0].strip(), unit.split(",")[-1].strip()} - {""}

"""What comes in from other offices, what goes out to them, and the log of both.

In: ``reading`` judges a file and gives plain tables, ``intake`` makes rows of the plan of them.
Out: ``sharing`` makes copies, ``personal`` keeps people's data out of them, ``outgoing`` lets text
stay text. ``audit`` is the log beside the workbook, ``forgetting`` what goes when its time is over.
"""

"""A few bodies of a province, one of them abolished."""

DEPARTMENTS = """
    code  | name               | aliases    | valid_to   | successor | block
    SXD   | Sở Xây dựng        | Sở XD      |            |           | CACSO
    SGTVT | Sở Giao thông      |            | 2025-02-28 | SXD       | CACSO
    LDLD  | Liên đoàn Lao động | LĐLĐ tỉnh  |            |           |
    CACSO | Các Sở             |            |            |           |
"""

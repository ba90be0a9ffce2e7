"""Nobody's data are kept longer than they are needed: what goes, and where else it stands.

``due`` says whether the time is over, ``deciding`` which cells go, ``seeking`` and ``beside`` what
other files hold.

Source: Law 91/2025/QH15, article 14 (erased once their purpose is fulfilled or their time is over,
so that nobody restores them); how long that is the office says.
"""

"""LibreOffice as a runner of VBA: a line of JSON in, a line out; run by the Python that has uno.

In: ``{"file": path, "calls": [["Module.Function", [arguments]], ...]}``; out: a list of results.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import Exception as UnoError

LONGEST = 120
"""Seconds that one line of calls may take; a LibreOffice that hangs must not hang the tests."""
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def started(profile: Path) -> tuple[Any, subprocess.Popen[bytes]]:
    """A LibreOffice of our own, listening on a pipe."""
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    pipe = f"vba{profile.stat().st_ino}"
    options = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    where = f"-env:UserInstallation={profile.as_uri()}"
    office = subprocess.Popen(
        ["soffice", where, *options], stdout=subprocess.DEVNULL, start_new_session=True
    )
    local = uno.getComponentContext()
    bridge = "com.sun.star.bridge.UnoUrlResolver"
    resolver = local.ServiceManager.createInstanceWithContext(bridge, local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
        else:
            service = "com.sun.star.frame.Desktop"
            return context.ServiceManager.createInstanceWithContext(service, context), office
    raise TimeoutError("LibreOffice did not start")


def value(name: str, content: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def called(desktop: Any, file: str, calls: list[tuple[str, list[object]]]) -> list[object]:
    """Each call's result in a fresh copy, so that no call sees another's variables."""
    results = []
    for name, arguments in calls:
        facts = (value("Hidden", True), value("MacroExecutionMode", 4))
        book = desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, facts)
        try:
            place = f"vnd.sun.star.script:VBAProject.{name}?language=Basic&location=document"
            script = book.getScriptProvider().getScript(place)
            results.append(script.invoke(tuple(arguments), (), ())[0])
        except UnoError as error:
            results.append(f"failed: {error}")
        finally:
            book.close(True)
    return results


def main() -> None:
    signal.alarm(LONGEST)
    desktop, office = started(Path(sys.argv[1]))
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(office.pid, signal.SIGKILL))
    for line in sys.stdin:
        signal.alarm(LONGEST)
        asked = json.loads(line)
        sys.stdout.write(json.dumps(called(desktop, asked["file"], asked["calls"])) + "\n")
        sys.stdout.flush()
    desktop.terminate()
    office.wait(30)


if __name__ == "__main__":
    main()

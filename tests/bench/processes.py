"""Runs programs as whole processes, and measures them from outside."""
import os
import re
import subprocess
import sys
import time


def environment(day, state):
    """Returns the variables for a command that is typed on a day: always the same entries come of it."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(state),
        "XDG_STATE_HOME": str(state),
        "SPRINT_BY": "ada",
        "SPRINT_NOW": f"{day}T20:00:00+01:00",
        "NO_COLOR": "1",
    }


def instructions(command, folder, variables):
    """Counts the instructions of a command. It may refuse what it is asked: that is a cost, too."""
    counted = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        cwd=folder, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
    )
    found = re.search(r"Collected : (\d+)", counted.stderr)
    if not found:
        sys.exit(f"valgrind counted nothing of `{' '.join(map(str, command))}`:\n{counted.stderr}")
    return int(found[1])


def times(command, folder, variables):
    """Runs a command once; returns its wall time and its CPU time, in milliseconds."""
    null = os.open(os.devnull, os.O_RDWR)
    to_null = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    os.chdir(folder)
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, variables, file_actions=to_null)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    os.close(null)
    # `check` exits with 1 if it finds something.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"`{' '.join(map(str, command))}` failed in {folder}")
    return 1000 * wall, 1000 * (usage.ru_utime + usage.ru_stime)


def peak(command, folder, variables):
    """Returns the most memory that a command had at once, in MB. GNU time is small; this process is not, and its peak would count."""
    timed = subprocess.run(
        ["/usr/bin/time", "--format", "%M", *command],
        cwd=folder, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
    )
    return int(timed.stderr.split()[-1]) / 1000

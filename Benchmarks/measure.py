"""Runs a command and prints its wall time, CPU time and peak memory as JSON.

A small process of its own: the peak memory that the kernel tells of a child begins at that of its
parent when it was started.
"""
import json
import os
import sys
import time

start = time.perf_counter()
with open(os.devnull, "r+b") as null, open(sys.argv[1], "wb") as log:
    child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, null.fileno(), 0), (os.POSIX_SPAWN_DUP2, log.fileno(), 1),
        (os.POSIX_SPAWN_DUP2, log.fileno(), 2)])
_, status, usage = os.wait4(child, 0)
print(json.dumps({
    "wall": time.perf_counter() - start,
    "cpu": usage.ru_utime + usage.ru_stime,
    "rss": usage.ru_maxrss / 1024,
    "status": os.waitstatus_to_exitcode(status),
}))

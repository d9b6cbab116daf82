# Starts `hull build`, waits until its child is at work, and presses Ctrl-C.
import os
import signal
import subprocess
import sys
import time

# A test runner in the background may have SIGINT ignored, and children would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
hull = subprocess.Popen([sys.argv[1], "build", "--no-cache"], stderr=subprocess.PIPE, text=True)
deadline = time.monotonic() + 60
while not (os.path.exists("pid") and open("pid").read().strip()):
    assert time.monotonic() < deadline and hull.poll() is None, "the child did not start"
child = int(open("pid").read())
hull.send_signal(signal.SIGINT)
try:
    _, err = hull.communicate(timeout=60)
except subprocess.TimeoutExpired:
    os.kill(child, signal.SIGKILL)
    raise
print("ended by signal", -hull.returncode)
try:
    os.kill(child, 0)
    print("the child goes on")
except ProcessLookupError:
    print("no child is left")
print(err, end="")

"""Reading the manifests of 1,000 units and planning their graph, with nothing of hull's own state at hand."""

from harness.builders import Hull
from harness.measure import Side
from harness.project import generate
from harness.table import Row


def run(setting):
    if not setting.hull:
        return
    units = 200 if setting.quick else 1000
    root = setting.directory("plan")
    generate(root, units)
    hull = Hull(setting, root)
    argv = [setting.hull, "metadata"]
    sides = [Side("cold", argv, root, hull.env, hull.forget), Side("again", argv, root, hull.env)]
    samples = setting.meter.compare(sides, setting.rounds(15), warm_up=1)
    yield Row("plan", f"manifest + plan of {units:,} units, cold: CPU", samples["cold"].cpu, samples["again"].cpu, goal=0.06,
              goal_is_value=True, peer_name="again, compiler known",
              note="`hull metadata` after removing target/ and hull's home; running the compiler to ask what it is included")
    setting.discard(root)

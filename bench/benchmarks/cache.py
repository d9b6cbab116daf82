"""The action cache: what filling it costs in a first build, and what a warm one saves in a clean rebuild.

The peer is ninja with ccache in front of the same compiler. Units are `heavy` (they include the usual standard
headers), because caches exist for compiles that take a while.
"""

from harness.builders import CMakeNinja, Hull, environment
from harness.project import generate
from harness.table import Row


def run(setting):
    units = 12 if setting.quick else 40
    root = setting.directory("cache")
    generate(root, units, heavy=True)
    store = setting.scratch / "cache-hull"
    env = environment(CCACHE_DIR=setting.scratch / "cache-ccache", CCACHE_COMPILERCHECK="content")
    plain = CMakeNinja(setting, root, env=env)
    cached = CMakeNinja(setting, root, env=env, launcher="ccache", directory="build-ccache")
    off = on = None
    if setting.hull:
        off = Hull(setting, root)
        on = Hull(setting, root, cache=store)
        off.build()
        plain.flags = cached.flags = off.common_flags()
    plain.configure()
    cached.configure()

    def empty_ninja():
        cached.clean_outputs()
        setting.discard(setting.scratch / "cache-ccache")

    def empty_hull():
        on.clean()
        setting.discard(store)

    sides = [plain.side(plain.clean_outputs, "ninja"), cached.side(empty_ninja, "ccache")]
    if setting.hull:
        sides = [off.side(off.clean, "off"), on.side(empty_hull, "on"), *sides]
    samples = setting.meter.compare(sides, setting.rounds(5))
    peer = samples["ccache"].wall / samples["ninja"].wall
    peer_cpu = samples["ccache"].cpu / samples["ninja"].cpu
    what = f"cold build of {units} heavy units, action cache on over off"
    ours = setting.hull and samples["on"].wall / samples["off"].wall
    ours_cpu = setting.hull and samples["on"].cpu / samples["off"].cpu
    yield Row("cache", f"{what}: wall", ours, peer, "x", goal=1.03, goal_is_value=True, peer_name="ccache")
    yield Row("cache", f"{what}: CPU", ours_cpu, peer_cpu, "x", peer_name="ccache")

    sides = [cached.side(cached.clean_outputs, "ccache")]
    if setting.hull:
        sides = [on.side(on.clean, "hull"), *sides]
    samples = setting.meter.compare(sides, setting.rounds(9), warm_up=1)
    ours, peer = samples.get("hull"), samples["ccache"]
    yield Row("cache", "clean rebuild, warm cache: wall", ours and ours.wall, peer.wall, goal=0.5, peer_name="ninja + ccache")
    yield Row("cache", "clean rebuild, warm cache: CPU", ours and ours.cpu, peer.cpu, peer_name="ninja + ccache")
    setting.discard(root)

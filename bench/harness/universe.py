"""A random universe of packages, shaped like a registry, for resolvers.

Few packages are used by many, most by few; dependencies change little from version to version; nearly all requirements are
carets, a few have an upper bound, so that the newest versions do not all go together. A hidden choice of versions satisfies
everyone. All versions are 1.x, of which Cargo, too, takes one a package, so that all resolvers solve the same problem.
"""

import json
import random
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Dependency:
    package: str
    requirement: str
    features: list = field(default_factory=list)
    optional: bool = False


@dataclass
class Release:
    version: str
    dependencies: list
    features: dict


class Universe:
    """`packages` by name, each a list of releases from the oldest to the newest, and what the root depends on."""

    def __init__(self, packages: int, versions: int, seed: int = 1):
        self.random = random.Random(seed)
        self.names = [f"pkg-{index:04}" for index in range(packages)]
        self.planted = [self.random.randrange(versions * 3 // 4, versions) for _ in range(packages)]
        uses = self._uses(packages)
        self.packages = {name: self._releases(index, versions, uses[index]) for index, name in enumerate(self.names)}
        roots = range(min(20, packages))
        self.root = [Dependency(self.names[index], "^1.0") for index in roots]

    def _uses(self, packages: int) -> list:
        """Which packages each one uses; only later ones. Everyone but the root's own is used by someone."""
        uses = [set() for _ in range(packages)]
        self.always = set()
        for index in range(20, packages):
            user = self.random.randrange(max(0, index - 200), index)
            uses[user].add(index)
            self.always.add((user, index))
        for index in range(packages - 1):
            for _ in range(self.random.choice([0, 1, 2, 3, 4, 5, 8])):
                # The square prefers the end: the libraries that everyone uses.
                share = 1 - self.random.random() ** 3
                uses[index].add(index + 1 + int(share * (packages - index - 2)))
        return [sorted(used) for used in uses]

    def _releases(self, index: int, versions: int, uses: list) -> list:
        optional = {used for used in uses if self.random.random() < 0.1 and (index, used) not in self.always}
        bounded = {used for used in uses if self.random.random() < 0.02}
        lows = {used: self.random.randrange(0, max(1, self.planted[used] // 2)) for used in uses}
        releases = []
        for number in range(versions):
            dependencies = []
            for used in uses:
                # Lower bounds rise with the versions, and never above what was planted for the planted version.
                if self.random.random() < 0.1:
                    lows[used] += self.random.randrange(0, 3)
                low = lows[used] if number != self.planted[index] else min(lows[used], self.planted[used])
                low = min(low, versions - 1)
                requirement = f"^1.{low}"
                if used in bounded:
                    high = max(low, self.planted[used]) + self.random.randrange(1, 3)
                    requirement = f">=1.{low}, <1.{high}"
                features = ["extra"] if self.random.random() < 0.05 else []
                dependencies.append(Dependency(self.names[used], requirement, features, used in optional))
            enabled = [f"dep:{self.names[used]}" for used in sorted(optional)]
            features = {"default": ["std"], "std": [], "extra": [], "full": ["std", *enabled]}
            releases.append(Release(f"1.{number}.0", dependencies, features))
        return releases

    def write_for_cargo(self, project: Path, registry: Path) -> None:
        """A package that depends on the roots, and the registry as a local one (The Cargo Book, "Source Replacement")."""
        for name, releases in self.packages.items():
            lines = []
            for release in releases:
                deps = [{"name": used.package, "req": used.requirement, "features": used.features, "optional": used.optional,
                         "default_features": True, "target": None, "kind": "normal"} for used in release.dependencies]
                lines.append(json.dumps({"name": name, "vers": release.version, "deps": deps, "cksum": "0" * 64,
                                         "features": release.features, "yanked": False}))
            entry = registry / "index" / name[:2] / name[2:4] / name
            entry.parent.mkdir(parents=True, exist_ok=True)
            entry.write_text("\n".join(lines) + "\n")
        (project / "src").mkdir(parents=True)
        (project / "src/lib.rs").write_text("")
        dependencies = "".join(f'{used.package} = "{used.requirement}"\n' for used in self.root)
        (project / "Cargo.toml").write_text(
            f'[package]\nname = "root"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n{dependencies}')
        (project / ".cargo").mkdir()
        (project / ".cargo/config.toml").write_text(
            f'[source.crates-io]\nreplace-with = "local"\n\n[source.local]\nlocal-registry = "{registry}"\n')

    def write_for_hull(self, file: Path) -> None:
        """One line for each thing: what src/resolve/resolve_bench.cc reads."""
        lines = []

        def dependency(used):
            words = ["optional" if used.optional else "needed", used.package, ",".join(used.features), used.requirement]
            lines.append("\t".join(["dependency", *words]))

        lines.append("member\troot\t0.1.0")
        for used in self.root:
            dependency(used)
        for name, releases in self.packages.items():
            for release in releases:
                lines.append(f"release\t{name}\t{release.version}")
                for used in release.dependencies:
                    dependency(used)
                for feature, enables in release.features.items():
                    lines.append(f"feature\t{feature}\t{','.join(enables)}")
        file.write_text("\n".join(lines) + "\n")

"""What was measured, against which goal, and how it is shown."""

import json
from dataclasses import asdict, dataclass
from typing import Optional


def seconds(value: float) -> str:
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def mebibytes(kib: float) -> str:
    return f"{kib / 1024:.1f} MiB"


def number(value: float) -> str:
    return f"{value:g}"


def times(value: float) -> str:
    return f"{value:.2f} x"


UNITS = {"s": seconds, "KiB": mebibytes, "x": times, "": number}


@dataclass
class Row:
    """One line of the table. The ratio is ours over the peer's; a goal bounds the ratio, or, with
    `goal_is_value`, our value itself. A row without goal is shown for understanding."""

    benchmark: str
    what: str
    ours: Optional[float]
    peer: Optional[float]
    unit: str = "s"
    goal: Optional[float] = None
    goal_is_value: bool = False
    peer_name: str = "ninja"
    note: str = ""

    @property
    def ratio(self) -> Optional[float]:
        return self.ours / self.peer if self.ours is not None and self.peer else None

    @property
    def verdict(self) -> str:
        measured = self.ours if self.goal_is_value else self.ratio
        if self.goal is None:
            return ""
        if measured is None:
            return "not measured"
        return "ok" if measured <= self.goal else "short"

    def cells(self) -> list:
        show = UNITS[self.unit]
        goal = "" if self.goal is None else f"<= {show(self.goal) if self.goal_is_value else f'{self.goal:g} x'}"
        return [
            self.what,
            "-" if self.ours is None else show(self.ours),
            "-" if self.peer is None else f"{show(self.peer)} ({self.peer_name})",
            "" if self.ratio is None else f"{self.ratio:.2f} x",
            goal,
            self.verdict,
        ]


HEADINGS = ["what", "ours", "peer's", "ratio", "goal", ""]


def text(rows) -> str:
    """An aligned table for a terminal."""
    lines = [HEADINGS] + [row.cells() for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    lines.insert(1, ["-" * width for width in widths])
    shown = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines]
    notes = [f"  {row.what}: {row.note}" for row in rows if row.note]
    return "\n".join(shown + ([""] + notes if notes else []))


def markdown(rows) -> str:
    """The table for docs/."""
    lines = ["| " + " | ".join(HEADINGS) + " |", "|" + "---|" * len(HEADINGS)]
    lines += ["| " + " | ".join(row.cells()) + " |" for row in rows]
    return "\n".join(lines)


def save(path, rows, machine: dict) -> None:
    lines = [asdict(row) | {"ratio": row.ratio, "verdict": row.verdict} for row in rows]
    path.write_text(json.dumps({"machine": machine, "rows": lines}, indent=2) + "\n")


def load(path) -> tuple:
    """The rows and the machine of a saved run."""
    saved = json.loads(path.read_text())
    fields = Row.__dataclass_fields__
    return [Row(**{key: line[key] for key in fields}) for line in saved["rows"]], saved["machine"]

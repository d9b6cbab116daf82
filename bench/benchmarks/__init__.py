"""The benchmarks, one file each, in the order in which `bench/run` runs them."""

from benchmarks import bugs, cache, checker, fresh, hardening, hello, incremental, noop, overhead, plan, resolve, seeds

# Name -> function(Setting) that yields Rows as they are known.
ALL = {
    "noop": noop.run,
    "overhead": overhead.run,
    "hello": hello.run,
    "plan": plan.run,
    "resolve": resolve.run,
    "incremental": incremental.run,
    "cache": cache.run,
    "fresh": fresh.run,
    "checker": checker.run,
    "bugs": bugs.run,
    "seeds": seeds.run,
    "hardening": hardening.run,
}

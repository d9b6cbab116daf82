# Checks the document that metadata.test made.
import json
import os
import sys

document = json.load(open(sys.argv[1]))
here = os.getcwd()
assert document["version"] == 1
assert document["workspace_root"] == here, document["workspace_root"]
assert document["target_directory"] == here + "/target"
assert document["toolchain"]["target"].endswith("-linux-gnu")
(package,) = document["packages"]
assert (package["name"], package["version"], package["standard"]) == ("x", "0.1.0", "c++23")
targets = {target["name"]: target for target in document["targets"]}
assert targets["x"]["kind"] == "lib" and targets["x"]["output"] == here + "/target/debug/libx.a"
assert targets["x"]["sources"] == ["src/x.cc"], targets["x"]["sources"]
assert targets["x_test"]["kind"] == "test"
assert targets["x"]["tests_only"] is False
assert package["features"] == {} and package["feature_macros"] == {}, package
assert targets["x_test"]["links"] == [{"package": "x", "name": "x"}]
units = {unit["file"]: unit for unit in document["units"]}
assert set(units) == {"src/x.cc", "tests/x_test.cc"}, set(units)
assert "-std=c++23" in units["src/x.cc"]["arguments"]

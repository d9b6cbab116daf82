#!/bin/sh
# Prints sqlite3.h: header.sh MKSOURCEID ROOT. Upstream's script runs ./mksourceid of its working directory on the tree
# that it is given. That tool hashes every file it finds, so it gets a tree of just the declared inputs, and the
# source id is the same wherever this runs.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp "$1" "$scratch/mksourceid"
cd "$2"
cp --parents VERSION manifest manifest.uuid src/sqlite.h.in tool/mksqlite3h.tcl \
  ext/rtree/sqlite3rtree.h ext/session/sqlite3session.h ext/fts5/fts5.h "$scratch"
cd "$scratch"
tclsh tool/mksqlite3h.tcl .

#!/bin/sh
# Breaks things under a running server and says what came of it: run.sh [r01|r02|r03|r13|r16|all]... [--short|--glance]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
BERANDA_DIST=${BERANDA_DIST:-$here/../../bootstrap/target/beranda}
export BERANDA_DIST

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
major=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
if [ "${major:-0}" -lt 25 ]; then
  echo "faults: a JDK 25 or newer is needed; point JAVA_HOME at it" >&2
  exit 2
fi

exec "$java" -XX:+UseSerialGC -Xmx256m "$here/Faults.java" "$@"

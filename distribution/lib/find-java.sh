# shellcheck shell=sh
# Finds the Java for the programs in bin/: sets java_home and version, or ends with a word. Needs home,
# the folder of the product. JAVA_HOME of the environment is taken if it is new enough, else the Java that
# came with the product, else the newest of the machine.

JAVA_MIN=21

# Sets $found to the version in JAVA_HOME $1 if that is a Java, else to nothing.
version_of() {
    found=
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return
    while IFS='="' read -r key _ value _; do
        if [ "$key" = JAVA_VERSION ]; then
            found=$value
        fi
    done < "$1/release"
}

major=0
consider() {
    version_of "$1"
    number=${found%%[!0-9]*}
    if [ "${number:-0}" -ge $JAVA_MIN ] && [ "$number" -gt $major ]; then
        java_home=$1
        major=$number
        version=$found
    fi
}

if [ -n "$JAVA_HOME" ]; then
    consider "$JAVA_HOME"
fi
if [ $major -eq 0 ]; then
    # shellcheck disable=SC2154 # whoever sources this has set home
    consider "$home/runtime"
fi
if [ $major -eq 0 ]; then
    for candidate in /usr/lib/jvm/*; do
        consider "$candidate"
    done
    on_path=$(command -v java) && on_path=$(readlink -f "$on_path") && consider "${on_path%/bin/java}"
fi
if [ $major -eq 0 ]; then
    echo "${0##*/}: no Java $JAVA_MIN or newer in JAVA_HOME (${JAVA_HOME:-not set}), on the PATH or in /usr/lib/jvm" >&2
    exit 1
fi

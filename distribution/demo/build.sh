# Shell functions that build parts of the repository and show how far they are. Source it after setup.sh, with ROOT set.
#
#   ensure_built NAME MODULE…   builds these modules and what they need, without tests, unless they are newer than
#                               their sources; the whole log is in distribution/target/build-NAME.log

ensure_built() {
    local name=$1 modules
    shift
    modules=$(IFS=, && printf '%s' "$*")
    stamp="$ROOT/distribution/target/built-$name" # as old as the sources that were built
    log="$ROOT/distribution/target/build-$name.log"
    is_newer_than_sources "$stamp" "$@" || build "$modules"
}

is_newer_than_sources() {
    local stamp=$1
    shift
    [ -e "$stamp" ] && [ -z "$(cd "$ROOT" && find pom.xml .mvn bundles config distribution "$@" \
        -name target -prune -o -type f -newer "$stamp" -print -quit)" ]
}

build() {
    need_java
    need_packages mvn:maven
    mkdir -p "$ROOT/distribution/target"
    rm -f "$stamp"
    touch "$stamp.begun"
    (cd "$ROOT" && exec mvn -B -pl "$1" -am package -Dmaven.test.skip=true -Dspotless.check.skip=true) \
        >"$log" 2>&1 </dev/null &
    maven=$!
    trap 'kill "$maven" 2>/dev/null || true' EXIT # however this ends, Maven ends with it
    show_progress
    if ! wait "$maven"; then
        grep '^\[ERROR\]' "$log" | head -n 12 >&2
        fail "the build failed; the whole log: $log"
    fi
    trap - EXIT
    mv "$stamp.begun" "$stamp"
}

# On a terminal one line that moves, elsewhere a line for each module.
show_progress() {
    local begin=$SECONDS module="" shown=""
    while kill -0 "$maven" 2>/dev/null; do
        module=$(sed -n 's/^\[INFO\] Building \(.*[^ ]\)  *\[\([0-9]*\)\/\([0-9]*\)\]$/\2 of \3: \1/p' "$log" | tail -n 1)
        if [ -t 2 ]; then
            printf '\rbuilding %-50s %4d s' "${module:-(Maven starts)}" $((SECONDS - begin)) >&2
        elif [ "$module" != "$shown" ]; then
            printf 'building %s\n' "$module" >&2
            shown=$module
        fi
        sleep 0.3
    done
    [ ! -t 2 ] || printf '\r%-70s\n' "built in $((SECONDS - begin)) s" >&2
}

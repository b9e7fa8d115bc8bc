# Shell functions that build the product and show how far they are. Source it after setup.sh, with ROOT set.
#
#   is_built         tells whether the product is there and not older than its sources
#   build_product    builds it without the tests; the whole log is in distribution/target/build.log

BUILD_LOG="$ROOT/distribution/target/build.log"
BUILD_STAMP="$ROOT/distribution/target/built" # as old as the sources of the product

is_built() {
    [ -e "$BUILD_STAMP" ] && [ -z "$(find "$ROOT/pom.xml" "$ROOT/.mvn" "$ROOT/bundles" "$ROOT/config" "$ROOT/distribution" \
        -name target -prune -o -type f -newer "$BUILD_STAMP" -print -quit)" ]
}

build_product() {
    need_java
    need_packages mvn:maven
    mkdir -p "$ROOT/distribution/target"
    rm -f "$BUILD_STAMP"
    touch "$BUILD_STAMP.begun"
    (
        # Maven is the last word of this subshell: its number ends it, on Ctrl-C too.
        trap 'kill "$maven" 2>/dev/null || true' EXIT
        cd "$ROOT"
        mvn -B -pl distribution,distribution/demo -am package \
            -Dmaven.test.skip=true -Dspotless.check.skip=true >"$BUILD_LOG" 2>&1 </dev/null &
        maven=$!
        show_progress
        wait "$maven"
    ) || {
        grep '^\[ERROR\]' "$BUILD_LOG" | head -n 12 >&2
        fail "the build failed; the whole log: $BUILD_LOG"
    }
    mv "$BUILD_STAMP.begun" "$BUILD_STAMP"
}

# On a terminal one line that moves, elsewhere a line for each module.
show_progress() {
    local begin=$SECONDS module="" shown=""
    while kill -0 "$maven" 2>/dev/null; do
        module=$(sed -n 's/^\[INFO\] Building \(.*[^ ]\)  *\[\([0-9]*\)\/\([0-9]*\)\]$/\2 of \3: \1/p' "$BUILD_LOG" | tail -n 1)
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
